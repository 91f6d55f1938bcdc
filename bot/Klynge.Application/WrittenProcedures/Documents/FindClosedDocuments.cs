using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// Finds closed cases whose files still lie where open documents do: those of before there was a place for closed ones, and those of a
/// case whose other user, an open case, has been closed since. What is found is moved by <see cref="MoveClosedDocuments"/>. Minutes of before
/// then, too, which have been written anew since an item was closed: their earlier versions hold it.
/// </summary>
public sealed class FindClosedDocuments(Writer writer, IDbContextFactory<KlyngeContext> contexts)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = CloseWrittenProcedure.Needs;

    /// <summary>From this script on the closing itself has minutes leave with all their versions.</summary>
    private const string Script = "0036_open_copies";

    /// <returns>How many cases were looked at.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var opened = await db.WrittenProcedures.AsNoTracking()
            .Where(procedure => procedure.OpenedAt != null)
            .Select(procedure => new { procedure.Id, procedure.ForumId, procedure.Case })
            .ToListAsync(cancellationToken);
        var closed = opened.FindAll(procedure => procedure.Case.IsClosed);
        foreach (var procedure in closed)
        {
            await writer.WriteAsync<Done>(new WriteIntent(nameof(FindClosedDocuments), Caller.Of(JobRights.FindClosedDocuments), procedure.ForumId, IsOnRecord: false), async scope =>
            {
                await scope.EnterAsJobAsync(procedure.ForumId, Needs);
                await scope.LeaveOpenPlaceAsync(await scope.Db.WrittenProcedures.Include(one => one.Roll).SingleAsync(one => one.Id == procedure.Id));
                return default(Done);
            }, cancellationToken);
        }

        await FindMinutesAsync(db, cancellationToken);
        return closed.Count;
    }

    private async Task FindMinutesAsync(KlyngeContext db, CancellationToken cancellationToken)
    {
        var applied = await db.Database.SqlQuery<string>($"""SELECT "AppliedAt" AS "Value" FROM "SchemaHistory" WHERE "Name" = {Script}""").SingleAsync(cancellationToken);
        var since = InstantPattern.ExtendedIso.Parse(applied).Value;
        var items = await db.Minutes.AsNoTracking()
            .Where(minutes => minutes.DocumentPath != null && minutes.StoredAt < since
                && !db.DocumentUploads.Any(upload => upload.MeetingId == minutes.MeetingId && upload.Task == UploadTask.Close))
            .Join(db.AgendaItems, minutes => minutes.MeetingId, item => item.MeetingId, (_, item) => item)
            .ToListAsync(cancellationToken);
        foreach (var closed in items.Where(item => item is { IsOnAgenda: true, Content.IsClosed: true }).DistinctBy(item => item.MeetingId))
        {
            await writer.WriteAsync<Done>(new WriteIntent(nameof(FindClosedDocuments), Caller.Of(JobRights.FindClosedDocuments), closed.ForumId, IsOnRecord: false), async scope =>
            {
                await scope.EnterAsJobAsync(closed.ForumId, Needs);
                await scope.LeaveOpenPlaceAsync(closed.MeetingId);
                return default(Done);
            }, cancellationToken);
        }
    }
}
