using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <summary>
/// Reminds those who have not answered, at the times of the forum's rules, never at the weekend, on a public holiday or at night. A round
/// is written down in the transaction that sends it, so that it is never sent twice, and who answers in between is not in it. The
/// secretariat is told of those who have left meanwhile, and who has got a namesake is told apart before anybody is written to.
/// </summary>
public sealed class SendProcedureReminders(Writer writer, IDbContextFactory<KlyngeContext> contexts, IClock clock, NameRollsApart names, TellOfLeavers leavers)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = CloseWrittenProcedure.Needs;

    /// <returns>How many people were reminded.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var reminded = 0;
        await names.HandleAsync(cancellationToken);
        foreach (var (forum, procedure) in await DueAsync(cancellationToken))
        {
            var intent = new WriteIntent(nameof(SendProcedureReminders), Caller.Of(JobRights.RemindVoters), forum, SubjectId: procedure.Value);
            var result = await writer.WriteAsync(intent, scope => RemindAsync(scope, forum, procedure), cancellationToken);
            reminded += result.Value;
        }

        await leavers.HandleAsync(cancellationToken);
        return reminded;
    }

    private static async Task<Result<int>> RemindAsync(WriteScope scope, ForumId forumId, WrittenProcedureId id)
    {
        var forum = (await scope.EnterAsJobAsync(forumId, Needs)).Forum;
        var procedure = await scope.Db.FindProcedureAsync(forumId, id);
        if (procedure is not { Status: ProcedureStatus.Open } || await DueAtAsync(scope.Db, procedure, scope.Now) is not { } dueAt)
            return 0;

        return await RemindAsync(scope, forum, procedure, dueAt);
    }

    /// <summary>Writes to those who have not answered, and writes the round down.</summary>
    /// <returns>How many.</returns>
    internal static async Task<int> RemindAsync(WriteScope scope, Forum forum, WrittenProcedure procedure, Instant dueAt)
    {
        scope.Db.ProcedureReminders.Add(new ProcedureReminder
        {
            ProcedureId = procedure.Id,
            Version = procedure.Version,
            DueAt = dueAt,
            SentAt = scope.Now,
        });
        var view = ProcedureView.Of(procedure, forum).AsOf(await scope.Db.ActiveSeatsAsync(forum.Id, scope.Today));
        var missing = view.Seats.Where(seat => seat is { Answer: null, IsFormer: false }).ToList();
        missing.ForEach(seat => scope.Notify(seat.VoterId, ReminderCard.Build(view, scope.Now), view.Subject));
        return missing.Count;
    }

    /// <returns>The round that is due and has not been sent; null when there is none.</returns>
    private static async Task<Instant?> DueAtAsync(KlyngeContext db, WrittenProcedure procedure, Instant now)
    {
        var askedAt = await db.CaseVersions
            .Where(version => version.ProcedureId == procedure.Id && version.Version == procedure.Version)
            .Select(version => version.FrozenAt)
            .SingleAsync();
        if (ReminderPlan.Due(procedure.Rules!.Reminders, askedAt, procedure.Deadline, now) is not { } due)
            return null;

        var isSent = await db.ProcedureReminders.AnyAsync(reminder =>
            reminder.ProcedureId == procedure.Id && reminder.Version == procedure.Version && reminder.DueAt >= due);
        return isSent ? null : due;
    }

    private async Task<List<(ForumId Forum, WrittenProcedureId Procedure)>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await db.WrittenProcedures.AsNoTracking()
            .Where(procedure => procedure.Status == ProcedureStatus.Open && procedure.Deadline > now)
            .ToListAsync(cancellationToken);
        var due = new List<(ForumId, WrittenProcedureId)>();
        foreach (var procedure in open)
        {
            if (await DueAtAsync(db, procedure, now) is not null)
                due.Add((procedure.ForumId, procedure.Id));
        }

        return due;
    }
}
