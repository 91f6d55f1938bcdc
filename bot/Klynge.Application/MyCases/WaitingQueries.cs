using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Agendas.Questions;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Forums;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.MyCases;

/// <summary>Reads what waits for a person, forum by forum, by what the person may do there.</summary>
internal static class WaitingQueries
{
    /// <param name="own">The person's forums.</param>
    internal static async Task<Waiting> WaitingForAsync(
        this KlyngeContext db, PersonId person, IReadOnlyList<Visit> own, Instant now, CancellationToken cancellationToken)
    {
        var today = DanishTime.ToDanish(now).Date;
        var cases = await db.CasesAsync(person, own, today, cancellationToken);
        var deadlines = await db.DeadlinesAsync(own, today, cancellationToken);
        return cases with
        {
            ToRemark = await db.UnansweredConsultationsAsync(
                person, [.. own.Where(one => one.Access.Own.Any(seat => seat.HasVote)).Select(one => one.Forum)], now, cancellationToken),
            ToContribute = [.. (await db.OwnContributionsAsync(person, today, cancellationToken)).Where(one => one.Contribution.IsMissing).Select(ContributionView.Of)],
            Proposals = await db.WaitingProposalsAsync([.. own.Where(one => one.Access.May(Permission.ManageAgenda)).Select(one => one.Forum)], cancellationToken),
            Questions = await db.WaitingQuestionsAsync(own.With(Permission.AnswerQuestions), cancellationToken),
            ToApprove = await db.WaitingApprovalsAsync(person, [.. own.Where(one => one.Access.May(Permission.ApproveAgenda)).Select(one => one.Forum)], cancellationToken),
            ToVote = await db.WaitingBallotsAsync(person, own, cancellationToken),
            Overdue = [.. deadlines.Where(view => view.Date < today)],
            Agreements = [.. deadlines.Where(view => view.Date >= today)],
        };
    }

    private static async Task<Waiting> CasesAsync(
        this KlyngeContext db, PersonId person, IReadOnlyList<Visit> own, LocalDate today, CancellationToken cancellationToken)
    {
        var all = (await db.ReadCasesAsync(person, own, today, cancellationToken)).OrderBy(view => view.Deadline).ToList();
        var answers = all.Where(view => view.IsOpen && view.SeatOf(person) is { IsFormer: false }).ToLookup(view => view.SeatOf(person)!.Answer is not null);
        var results = all.Where(view => view is { Outcome: not (null or Outcome.Withdrawn), ConfirmedAt: null })
            .ToLookup(view => own.May(view, Permission.ConfirmWrittenProcedure));
        return new Waiting
        {
            ToAnswer = [.. answers[false]],
            Answered = [.. answers[true]],
            ToConfirm = [.. results[true]],
            Unconfirmed = [.. results[false].Where(view => own.May(view, Permission.OpenWrittenProcedure))],
            Drafts = [.. all.Where(view => view.Status == ProcedureStatus.Draft && own.May(view, Permission.OpenWrittenProcedure))],
            Running = [.. all.Where(view => view.IsOpen && own.May(view, Permission.CloseWrittenProcedure))],
        };
    }

    private static async Task<List<ProcedureView>> ReadCasesAsync(
        this KlyngeContext db, PersonId person, IReadOnlyList<Visit> own, LocalDate today, CancellationToken cancellationToken)
    {
        var led = own.With(Permission.OpenWrittenProcedure, Permission.CloseWrittenProcedure, Permission.ConfirmWrittenProcedure);
        var procedures = await db.WrittenProcedures.AsNoTracking()
            .Include(procedure => procedure.Roll)
            .Where(procedure => (procedure.Status == ProcedureStatus.Open && procedure.Roll.Any(entry => entry.VoterId == person))
                || (led.Contains(procedure.ForumId) && (procedure.Status == ProcedureStatus.Draft || procedure.Status == ProcedureStatus.Open
                    || (procedure.Status == ProcedureStatus.Closed && procedure.ConfirmedAt == null && procedure.Outcome != null && procedure.Outcome != Outcome.Withdrawn))))
            .Join(db.Forums, procedure => procedure.ForumId, forum => forum.Id, (procedure, forum) => new { Procedure = procedure, Forum = forum })
            .ToListAsync(cancellationToken);
        var views = procedures.ConvertAll(row => ProcedureView.Of(row.Procedure, row.Forum));

        // Only a substitute's seat can have become somebody else's since the roll was made.
        var stoodIn = views.Where(IsStoodIn).Select(view => view.ForumId).Distinct().ToList();
        var seats = stoodIn.Count == 0 ? [] : await db.Members.AsNoTracking()
            .Where(seat => stoodIn.Contains(seat.ForumId) && seat.From <= today && (seat.To == null || seat.To >= today))
            .OrderBy(seat => seat.Order)
            .ToListAsync(cancellationToken);
        return views.ConvertAll(view => IsStoodIn(view) ? view.AsOf(seats.FindAll(seat => seat.ForumId == view.ForumId)) : view);

        bool IsStoodIn(ProcedureView view) => view.SeatOf(person) is { } seat && seat.PersonId != person;
    }

    /// <summary>
    /// What has passed, and the agreements that somebody is to see to and that have not. The secretariat sees to all that has passed in its forum; others, and
    /// everybody among the agreements, to what is theirs by name or by role.
    /// </summary>
    private static async Task<IReadOnlyList<DeadlineView>> DeadlinesAsync(
        this KlyngeContext db, IReadOnlyList<Visit> own, LocalDate today, CancellationToken cancellationToken)
    {
        var readable = own.With(Permission.ReadDeadlines);
        var passed = await db.Deadlines.AsNoTracking()
            .Where(deadline => readable.Contains(deadline.ForumId) && (deadline.Date < today || deadline.Kind == DeadlineKind.Agreement)
                && (deadline.Status == DeadlineStatus.Open || deadline.Status == DeadlineStatus.Postponed))
            .OrderBy(deadline => deadline.Date).ThenBy(deadline => deadline.Title).ThenBy(deadline => deadline.Id)
            .ToListAsync(cancellationToken);
        var mine = passed.Where(deadline => !deadline.Kind.PassesByItself() && IsTheirs(deadline)).ToList();
        var surroundings = await DeadlineSurroundings.LoadAsync(
            db, own.ToDictionary(visit => visit.Forum.Id, visit => (visit.Forum, visit.Board)), mine, cancellationToken);
        return [.. mine.Select(deadline => surroundings.ToView(deadline, DeadlineReader.Of(AccessTo(deadline)))).OrderBy(view => view.Date)];

        ForumAccess AccessTo(Deadline deadline) => own.Single(visit => visit.Forum.Id == deadline.ForumId).Access;

        bool IsTheirs(Deadline deadline) => AccessTo(deadline) is var access && ((access.IsSecretariat && deadline.Date < today) || access.IsResponsible(deadline.Responsible));
    }

    private static bool May(this IReadOnlyList<Visit> own, ProcedureView view, Permission permission) =>
        own.Any(one => one.Forum.Id == view.ForumId && one.Access.May(permission));

    private static List<ForumId> With(this IReadOnlyList<Visit> own, params Permission[] any) =>
        [.. own.Where(one => any.Any(one.Access.May)).Select(one => one.Forum.Id)];
}
