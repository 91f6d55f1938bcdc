using Klynge.Application.Data;
using Klynge.Application.Invitations.Receiving;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Microsoft365.Subscriptions;

/// <summary>Reads and writes <see cref="CalendarWatch"/>. The webhook writes beside the jobs, so each write changes what it is about and nothing else.</summary>
internal sealed class WatchStore(IDbContextFactory<KlyngeContext> contexts, Writer writer)
{
    public async Task<IReadOnlyList<CalendarWatch>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CalendarWatches.AsNoTracking().OrderBy(watch => watch.Mailbox).ToListAsync(cancellationToken);
    }

    /// <summary>Begins to watch calendars; those that are watched already are left as they are.</summary>
    public Task AddAsync(IReadOnlyCollection<string> mailboxes, CancellationToken cancellationToken) => WriteAsync(async (db, now) =>
    {
        foreach (var mailbox in mailboxes)
        {
            if (await db.CalendarWatches.FindAsync([mailbox], CancellationToken.None) is null)
                db.CalendarWatches.Add(new CalendarWatch { Mailbox = mailbox, RenewAt = now, SyncAt = now });
        }
    }, cancellationToken);

    public Task RemoveAsync(string mailbox, CancellationToken cancellationToken) => WriteAsync(async (db, _) =>
    {
        if (await db.CalendarWatches.FindAsync([mailbox], CancellationToken.None) is { } watch)
            db.CalendarWatches.Remove(watch);
    }, cancellationToken);

    public Task ChangeAsync(string mailbox, Action<CalendarWatch, Instant> change, CancellationToken cancellationToken) => WriteAsync(async (db, now) =>
    {
        if (await db.CalendarWatches.FindAsync([mailbox], CancellationToken.None) is { } watch)
            change(watch, now);
    }, cancellationToken);

    private Task WriteAsync(Func<KlyngeContext, Instant, Task> change, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(WatchStore), Caller.System, IsOnRecord: false), async scope =>
        {
            await change(scope.Db, scope.Now);
            return default(Done);
        }, cancellationToken);
}
