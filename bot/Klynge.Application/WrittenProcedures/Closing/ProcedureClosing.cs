using Klynge.Application.Agendas.Sending;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Closing;

/// <summary>What follows when a case closes, however it came to that: in the same transaction as the closing itself.</summary>
internal static class ProcedureClosing
{
    /// <summary>Closes a case that is due. One that everybody has answered begins its wait, where the forum's rules have one.</summary>
    internal static async Task<CaseEnd> EndIfDueAsync(WriteScope scope, ForumId forumId, WrittenProcedureId id)
    {
        if (await scope.Db.FindProcedureAsync(forumId, id) is not { } procedure)
            return default;

        procedure.AwaitClosing(scope.Now);
        if (procedure.DueBecause(scope.Now) is null)
            return new CaseEnd(ClosedAs: null, procedure.ClosesAt);

        var outcome = procedure.CloseDue(scope.Now).Value;
        await NotifyAsync(scope, procedure);
        return new CaseEnd(outcome, procedure.ClosesAt);
    }

    /// <summary>Tells everybody who was asked, the secretariat and the forum's chats, and brings the case to the next meeting.</summary>
    internal static async Task NotifyAsync(WriteScope scope, WrittenProcedure procedure)
    {
        var forum = await scope.Db.Forums.SingleAsync(candidate => candidate.Id == procedure.ForumId);
        await FollowUp.PlaceAsync(scope, procedure);
        await scope.TellOfProcedureAsync(procedure);
        var view = ProcedureView.Of(procedure, forum).AsOf(await scope.Db.ActiveSeatsAsync(forum.Id, scope.Today));
        var secretariat = await scope.Db.SecretariatAsync(forum.Id, scope.Today);
        var people = view.Seats.SelectMany(seat => seat is { IsFormer: true, Answer: null } ? [seat.PersonId] : new[] { seat.VoterId, seat.PersonId }).Concat(secretariat).Distinct().ToList();
        var card = ResultCard.Build(view);
        foreach (var person in people)
            scope.Notify(person, card);

        await HeardForums.NotifyAsync(scope, procedure, forum, people);
        await AskChairsAsync(scope, view);
        await scope.RefreshAsync(ProcedureCardSource.Key(view.Id));
    }

    private static async Task AskChairsAsync(WriteScope scope, ProcedureView view)
    {
        if (view.Outcome == Outcome.Withdrawn)
            return;

        var seats = await scope.Db.ActiveSeatsAsync(view.ForumId, scope.Today);
        var givenUp = view.Seats.Where(seat => seat.Substitute is not null).Select(seat => seat.PersonId).ToHashSet();
        foreach (var chair in seats.InLead(seat => givenUp.Contains(seat.PersonId)).DistinctBy(seat => seat.PersonId))
            scope.Notify(chair.PersonId, ConfirmResultCard.Build(view));
    }
}

/// <param name="ClosedAs">What the case came to; null while it is open.</param>
/// <param name="ClosesAt">When it closes because everybody has answered; null while somebody is missing.</param>
internal readonly record struct CaseEnd(Outcome? ClosedAs, Instant? ClosesAt);
