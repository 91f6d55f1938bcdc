using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <summary>
/// »Påmind nu«: those who have not answered are reminded by hand. It keeps to the same hours as the reminders of the rules, and two
/// reminders never come close together, whoever sends them: a press that comes twice reminds once.
/// </summary>
public sealed class RemindNow(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.CloseWrittenProcedure;

    /// <summary>So long after people were asked, or reminded, another reminder would only be noise.</summary>
    internal static readonly Duration Pause = Duration.FromHours(4);

    public Task<Result<Reminded>> HandleAsync(Caller caller, ForumId forumId, WrittenProcedureId id, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(RemindNow), caller, forumId, SubjectId: id.Value), scope => RemindAsync(scope, forumId, id), cancellationToken);

    private static async Task<Result<Reminded>> RemindAsync(WriteScope scope, ForumId forumId, WrittenProcedureId id)
    {
        var entered = await scope.EnterAsync(forumId, Needs);
        if (!entered.TryGet(out var visit, out var refusal))
            return refusal;

        if (await scope.Db.FindProcedureAsync(forumId, id) is not { } procedure)
            return new ProcedureNotFound();

        if (procedure.Status != ProcedureStatus.Open || procedure.Deadline <= scope.Now)
            return new VotingIsClosed();

        if (ReminderCalendar.QuietUntil(scope.Now) is { } until)
            return new NobodyIsDisturbedNow(DanishFormat.Deadline(until));

        var last = await LastToldAsync(scope.Db, procedure);
        if (last > scope.Now - Pause)
            return new RemindedAlready(DanishFormat.Time(DanishTime.ToDanish(last).TimeOfDay), DanishFormat.Deadline(last + Pause));

        return procedure.Roll.All(seat => seat.Answer is not null)
            ? new NobodyToRemind()
            : new Reminded(await SendProcedureReminders.RemindAsync(scope, visit.Forum, procedure, scope.Now));
    }

    /// <summary>When those who are asked last heard of the case from the bot.</summary>
    private static async Task<Instant> LastToldAsync(KlyngeContext db, WrittenProcedure procedure)
    {
        var askedAt = await db.CaseVersions
            .Where(version => version.ProcedureId == procedure.Id && version.Version == procedure.Version)
            .Select(version => version.FrozenAt)
            .SingleAsync();
        var reminders = await db.ProcedureReminders
            .Where(reminder => reminder.ProcedureId == procedure.Id && reminder.Version == procedure.Version)
            .Select(reminder => reminder.SentAt)
            .ToListAsync();
        return reminders.Append(askedAt).Max();
    }
}

/// <param name="People">How many were reminded.</param>
public sealed record Reminded(int People);
