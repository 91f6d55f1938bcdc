using Klynge.Application.Data;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Forums;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines.Reminders;

/// <summary>
/// Reminds of the deadlines whose next reminder is due, found by index. Each row is moved on to its next reminder in the transaction that
/// sends this one, and only if nobody has moved it on yet: two sweepers send it once. What was missed while the machine slept comes as one,
/// and what a person is reminded of at the same time comes as one message (<see cref="DeadlineDigest"/>).
/// </summary>
public sealed class SendDeadlineReminders(Writer writer, IDbContextFactory<KlyngeContext> contexts)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = DeadlineQueries.Needs;

    /// <summary>More than a board of many forums has due in a morning.</summary>
    internal const int MaxDue = 2_000;

    /// <summary>So many share a transaction, or a little more: those of a forum stay together, since the same people hear of them.</summary>
    private const int BatchSize = 200;

    /// <returns>How many deadlines people were reminded of.</returns>
    public async Task<int> HandleAsync(Instant now, CancellationToken cancellationToken)
    {
        if (ReminderCalendar.QuietUntil(now) is not null)
            return 0;

        var reminded = 0;
        while (true)
        {
            var due = await DueAsync(now, cancellationToken);
            var before = reminded;
            foreach (var batch in Batches(due))
            {
                var intent = new WriteIntent(nameof(SendDeadlineReminders), Caller.Of(JobRights.RemindOfDeadlines), batch.All(one => one.ForumId == batch[0].ForumId) ? batch[0].ForumId : null);
                var result = await writer.WriteAsync<int>(intent, scope => RemindAsync(scope, batch, now), cancellationToken);
                reminded += result.IsSuccess ? result.Value : 0;
            }

            if (due.Count < MaxDue || reminded == before)
            {
                await RemindOfAnswersAsync(now, cancellationToken);
                return reminded;
            }
        }
    }

    /// <summary>To those who had no deadline this morning that it could go along with.</summary>
    private async Task RemindOfAnswersAsync(Instant now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = DanishTime.ToDanish(now).Date;
        var waiting = await WaitingAnswers.LoadAsync(db, today, now);
        var sent = await db.MorningMessages.AsNoTracking().ToDictionaryAsync(one => one.PersonId, one => one.SentOn, cancellationToken);
        if (waiting.Any(one => one.Value.IsDue(today, sent.TryGetValue(one.Key, out var last) ? last : null)))
        {
            await writer.WriteAsync<Done>(new WriteIntent(nameof(SendDeadlineReminders), Caller.Of(JobRights.RemindOfDeadlines)), async scope =>
            {
                await new DeadlineDigest(scope).SendAsync();
                return default(Done);
            }, cancellationToken);
        }
    }

    internal async Task<List<DueDeadline>> DueAsync(Instant now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Due(db, now).ToListAsync(cancellationToken);
    }

    /// <summary>The question that the index answers.</summary>
    internal static IQueryable<DueDeadline> Due(KlyngeContext db, Instant now) => db.Deadlines.AsNoTracking()
        .Where(deadline => deadline.NextReminderAt != null && deadline.NextReminderAt <= now)
        .OrderBy(deadline => deadline.NextReminderAt)
        .Take(MaxDue)
        .Select(deadline => new DueDeadline(deadline.ForumId, deadline.Id, deadline.NextReminderAt!.Value));

    private static List<List<DueDeadline>> Batches(List<DueDeadline> due)
    {
        var batches = new List<List<DueDeadline>>();
        foreach (var forum in due.GroupBy(one => one.ForumId))
        {
            if (batches.Count == 0 || batches[^1].Count >= BatchSize)
                batches.Add([]);

            batches[^1].AddRange(forum);
        }

        return batches;
    }

    private static async Task<Result<int>> RemindAsync(WriteScope scope, List<DueDeadline> batch, Instant now)
    {
        var digest = new DeadlineDigest(scope);
        var reminded = 0;
        foreach (var due in batch.GroupBy(one => one.ForumId))
        {
            var forum = (await scope.EnterAsJobAsync(due.Key, Needs)).Forum;
            var ids = due.Select(one => one.Id).ToList();
            var deadlines = await scope.Db.Deadlines.AsNoTracking().Where(candidate => ids.Contains(candidate.Id)).ToDictionaryAsync(candidate => candidate.Id);
            var rounds = new List<(Deadline Deadline, ReminderRoundKind Round)>();
            foreach (var one in due)
            {
                if (deadlines.GetValueOrDefault(one.Id) is { IsOpen: true } deadline && await MoveOnAsync(scope, one, forum, deadline, now) is { } round)
                    rounds.Add((deadline, round));
            }

            await digest.AddAsync(forum, rounds);
            reminded += rounds.Count;
        }

        await digest.SendAsync();
        return reminded;
    }

    /// <returns>The reminder that is to be sent; null when another has sent it, or there is nobody to send it to.</returns>
    private static async Task<ReminderRoundKind?> MoveOnAsync(WriteScope scope, DueDeadline due, Forum forum, Deadline deadline, Instant now)
    {
        var rounds = deadline.Rounds(forum.Rules.Reminders);
        var next = ReminderCalendar.Next(rounds, now);
        var moved = await scope.Db.Deadlines
            .Where(candidate => candidate.Id == due.Id && candidate.NextReminderAt == due.At)
            .ExecuteUpdateAsync(row => row.SetProperty(candidate => candidate.NextReminderAt, next));
        if (moved == 0)
            return null;

        scope.Record(new RowChange(
            nameof(Deadline), due.Id.Value, [("nextReminderAt", due.At.ToString())], [("nextReminderAt", next?.ToString())]));
        return forum.IsClosed || forum.IsHistoric(DanishTime.ToDanish(now).Date) ? null : ReminderCalendar.Due(rounds, now)?.Kind;
    }
}

/// <param name="At">The reminder that is due; the row is moved on only while it says so.</param>
internal sealed record DueDeadline(ForumId ForumId, DeadlineId Id, Instant At);

/// <summary>
/// All that deadlines do by themselves: keep in step with meetings and the annual wheel, then remind. Run it every minute or so; it finds
/// its own work in the database, so a run that was missed is made up for by the next.
/// </summary>
public sealed class DeadlineJobs(PlanDeadlines plan, SendDeadlineReminders remind, IClock clock)
{
    public Task SweepAsync(CancellationToken cancellationToken) => SweepAsync(clock.GetCurrentInstant(), cancellationToken);

    /// <returns>How many deadlines people were reminded of.</returns>
    public async Task<int> SweepAsync(Instant now, CancellationToken cancellationToken)
    {
        await plan.HandleAsync(cancellationToken);
        return await remind.HandleAsync(now, cancellationToken);
    }
}
