using Klynge.Application.Data;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Outbox;

/// <summary>
/// Shares the outbox out among the senders of all processes. Whoever claims the first waiting message of a lane has the lane: the second
/// becomes the first, and is claimed, in the very write that puts the first on record. A claim has an end, so a sender that was killed
/// holds its lanes up for that long and no longer.
/// </summary>
internal sealed class OutboxClaims(IDbContextFactory<KlyngeContext> contexts, Writer writer, IClock clock)
{
    /// <summary>Longer than the channel is tried for one message, with a margin for clocks that differ.</summary>
    internal static readonly Duration Length = Duration.FromMinutes(2);

    /// <summary>A message is not begun with less than this left: somebody else may have it before it is sent.</summary>
    internal static readonly Duration Margin = Duration.FromMinutes(1);

    internal const int MaxLanes = 64;

    private const string Waiting = """ "SentAt" IS NULL AND "GivenUpAt" IS NULL """;

    /// <summary>
    /// Steps from lane to lane by the index, one probe each, however many messages wait in a lane: what this costs follows the number of
    /// lanes and not the length of the queue. <c>{0}</c> now, <c>{1}</c> owner, <c>{2}</c> end, <c>{3}</c> how many.
    /// </summary>
    private const string Heads = $$"""
        WITH RECURSIVE lanes("Lane") AS (
            SELECT * FROM (SELECT "Lane" FROM "Outbox" WHERE {{Waiting}} ORDER BY "Lane" LIMIT 1) AS one
            UNION ALL
            SELECT (SELECT "Lane" FROM "Outbox" AS more WHERE {{Waiting}} AND more."Lane" > lanes."Lane" ORDER BY "Lane" LIMIT 1)
            FROM lanes WHERE lanes."Lane" IS NOT NULL
        ),
        heads AS (
            SELECT (SELECT "Id" FROM "Outbox" AS lane WHERE {{Waiting}} AND lane."Lane" = lanes."Lane" ORDER BY "Id" LIMIT 1) AS "Id"
            FROM lanes WHERE lanes."Lane" IS NOT NULL
        )
        """;

    private const string Free = $$"""
        {{Waiting}} AND head."DueAt" <= {0}
        AND (head."ClaimedUntil" IS NULL OR head."ClaimedUntil" <= {0} OR head."ClaimedBy" = {1})
        ORDER BY head."Id" LIMIT {3}
        """;

    private const string Claim = """UPDATE "Outbox" SET "ClaimedBy" = {1}, "ClaimedUntil" = {2} WHERE "Id" """;

    /// <summary>SQLite has one writer at a time.</summary>
    internal const string ClaimInSqlite = $"""
        {Heads}, free AS (SELECT head."Id" FROM "Outbox" AS head WHERE head."Id" IN (SELECT "Id" FROM heads) AND {Free})
        {Claim} IN (SELECT "Id" FROM free) RETURNING *
        """;

    /// <summary>
    /// Passes over what another sender is claiming right now instead of waiting for it. Arrays, because the planner cannot know how few
    /// lanes come out of the recursion, and would rather read the whole table.
    /// </summary>
    internal const string ClaimInPostgres = $"""
        {Heads}, free AS (
            SELECT head."Id" FROM "Outbox" AS head WHERE head."Id" = ANY (ARRAY(SELECT "Id" FROM heads)) AND {Free} FOR UPDATE OF head SKIP LOCKED
        )
        {Claim} = ANY (ARRAY(SELECT "Id" FROM free)) RETURNING *
        """;

    /// <summary><c>{0}</c> now, <c>{1}</c> owner, <c>{2}</c> end, <c>{3}</c> the lane.</summary>
    private const string ClaimNext = $$"""
        UPDATE "Outbox" SET "ClaimedBy" = {1}, "ClaimedUntil" = {2}
        WHERE "Id" = (SELECT "Id" FROM "Outbox" WHERE {{Waiting}} AND "Lane" = {3} ORDER BY "Id" LIMIT 1)
          AND "DueAt" <= {0} AND ("ClaimedUntil" IS NULL OR "ClaimedUntil" <= {0} OR "ClaimedBy" = {1})
        RETURNING *
        """;

    private const string GiveBack = $"""
        UPDATE "Outbox" SET "ClaimedBy" = NULL, "ClaimedUntil" = NULL WHERE "ClaimedBy" = @p0 AND {Waiting}
        """;

    internal static WriteIntent Intent { get; } = new("KeepOutbox", Caller.System, IsOnRecord: false);

    /// <summary>This sender, unlike any other before or after it. What it has claimed itself it may claim again.</summary>
    internal string Owner { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>The first messages of lanes that are due and that nobody else is at, the oldest first.</summary>
    internal async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Outbox.AnyAsync(message => message.SentAt == null && message.GivenUpAt == null, cancellationToken))
            return [];

        var claimed = db.Database.IsNpgsql()
            ? await RunAsync(db, ClaimInPostgres, clock.GetCurrentInstant(), cancellationToken)
            : await ClaimAsWriterAsync(cancellationToken);
        return [.. claimed.OrderBy(message => message.Id)];
    }

    /// <summary>Whether there is time to send a message that was claimed.</summary>
    internal bool IsStillOurs(OutboxMessage message) => message.ClaimedUntil - Margin > clock.GetCurrentInstant();

    /// <summary>Claims what is first in the lane now, within the write that put the one before on record.</summary>
    /// <returns>Null when there is none, it is not due, or another sender has the lane.</returns>
    internal async Task<OutboxMessage?> NextAsync(WriteScope scope, string lane)
    {
        var next = await scope.Db.Outbox
            .FromSqlRaw(ClaimNext, scope.Now.ToDatabase(), Owner, (scope.Now + Length).ToDatabase(), lane)
            .AsNoTracking()
            .ToListAsync();
        return next.SingleOrDefault();
    }

    /// <summary>Gives back what is claimed and not sent, so that a sender that stops in good order holds nobody up.</summary>
    internal Task ReleaseAsync() => writer.WriteAsync<Done>(Intent, scope =>
    {
        scope.Sql.Execute(GiveBack, Owner);
        return Task.FromResult<Result<Done>>(default(Done));
    });

    private async Task<List<OutboxMessage>> ClaimAsWriterAsync(CancellationToken cancellationToken)
    {
        var claimed = await writer.WriteAsync<List<OutboxMessage>>(
            Intent, async scope => await RunAsync(scope.Db, ClaimInSqlite, scope.Now, CancellationToken.None), cancellationToken);
        return claimed.Value;
    }

    private Task<List<OutboxMessage>> RunAsync(KlyngeContext db, string sql, Instant now, CancellationToken cancellationToken) => db.Outbox
        .FromSqlRaw(sql, now.ToDatabase(), Owner, (now + Length).ToDatabase(), MaxLanes)
        .AsNoTracking()
        .ToListAsync(cancellationToken);
}
