using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>
/// Reminds of the deadlines whose next reminder is due, found by index. The row is moved on to its next reminder in the transaction that
/// sends this one, and only if nobody has moved it on yet: two sweepers send it once. What was missed while the machine slept comes as one.
/// </summary>
public sealed class SendDeadlineReminders(Writer writer, IDbContextFactory<KlyngeContext> contexts)
{
    /// <summary>So many are written at a time: they share a commit, and a sweep that is stopped has lost little.</summary>
    internal const int BatchSize = 200;

    /// <returns>How many deadlines people were reminded of.</returns>
    public async Task<int> HandleAsync(Instant now, CancellationToken cancellationToken)
    {
        if (ReminderCalendar.QuietUntil(now) is not null)
        {
            return 0;
        }

        var reminded = 0;
        while (true)
        {
            var due = await DueAsync(now, cancellationToken);
            var results = await Task.WhenAll(due.Select(one => RemindAsync(one, now, cancellationToken)));
            reminded += results.Sum();
            if (due.Count < BatchSize || results.Sum() == 0)
            {
                return reminded;
            }
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
        .Take(BatchSize)
        .Select(deadline => new DueDeadline(deadline.ForumId, deadline.Id, deadline.NextReminderAt!.Value));

    private async Task<int> RemindAsync(DueDeadline due, Instant now, CancellationToken cancellationToken)
    {
        var intent = new WriteIntent(nameof(SendDeadlineReminders), Caller.System, due.ForumId, SubjectId: due.Id.Value);
        var result = await writer.WriteAsync<int>(intent, scope => RemindAsync(scope, due, now), cancellationToken);
        return result.IsSuccess ? result.Value : 0;
    }

    private static async Task<Result<int>> RemindAsync(WriteScope scope, DueDeadline due, Instant now)
    {
        var forum = await scope.Db.Forums.AsNoTracking().SingleAsync(candidate => candidate.Id == due.ForumId);
        var deadline = await scope.Db.Deadlines.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == due.Id);
        if (deadline is not { IsOpen: true })
        {
            return 0;
        }

        var rounds = deadline.Rounds(forum.Rules.Reminders);
        var next = ReminderCalendar.Next(rounds, now);
        var moved = await scope.Db.Deadlines
            .Where(candidate => candidate.Id == due.Id && candidate.NextReminderAt == due.At)
            .ExecuteUpdateAsync(row => row.SetProperty(candidate => candidate.NextReminderAt, next));
        if (moved == 0)
        {
            return 0;
        }

        scope.Record(new RowChange(
            nameof(Deadline), due.Id.Value, [("nextReminderAt", due.At.ToString())], [("nextReminderAt", next?.ToString())]));
        if (forum.IsClosed || ReminderCalendar.Due(rounds, now) is not { } round)
        {
            return 0;
        }

        await NotifyAsync(scope, forum, deadline, round.Kind);
        return 1;
    }

    /// <summary>The responsible and the secretariat, each once; at last the chairs, too.</summary>
    private static async Task NotifyAsync(WriteScope scope, Forum forum, Deadline deadline, ReminderRoundKind round)
    {
        var seats = await scope.Db.ActiveSeatsAsync(forum.Id, scope.Today);
        var receivers = seats
            .Where(seat => seat.Role == Role.Secretariat
                || seat.PersonId == deadline.ResponsibleId
                || (deadline.ResponsibleRole is { } role && role.Covers(seat.Role))
                || (round == ReminderRoundKind.Chairs && Role.Chair.Covers(seat.Role)))
            .Select(seat => seat.PersonId)
            .Distinct();
        var surroundings = await DeadlineSurroundings.LoadAsync(scope.Db, forum, [deadline], CancellationToken.None);
        var today = DanishTime.ToDanish(scope.Now).Date;
        foreach (var person in receivers)
        {
            var access = new ForumAccess(person, forum.Id, seats, scope.Today);
            scope.Notify(person, ReminderCard.Build(surroundings.ToView(deadline, DeadlineReader.Of(access)), round, today));
        }
    }
}

/// <param name="At">The reminder that is due; the row is moved on only while it says so.</param>
internal sealed record DueDeadline(ForumId ForumId, DeadlineId Id, Instant At);
