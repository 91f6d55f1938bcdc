using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Outbox;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Seats;

/// <param name="Member">Whose seat it is; null for the sender's own.</param>
/// <param name="TakeBack">The undo: the member wants to answer after all.</param>
public sealed record GiveUpSeatRequest(ForumId Forum, WrittenProcedureId Procedure, PersonId? Member = null, bool TakeBack = false);

/// <summary>
/// A member leaves the seat in one case to a substitute that the board has on record, who then has the ballot and the vote: the first in
/// order who has no vote in the case yet. A substitute who cannot answer passes it on to the next; after the last it is the member's again.
/// The secretariat may do it for a member who is ill.
/// </summary>
public sealed class GiveUpSeat(Writer writer)
{
    /// <summary>What it takes to leave another's seat to their substitute.</summary>
    public const Permission NeedsForOthers = RecordVote.Needs;

    /// <returns>The name of the substitute; of the member, when the seat was taken back.</returns>
    public Task<Result<string>> HandleAsync(Caller caller, GiveUpSeatRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(GiveUpSeat), caller, request.Forum, SubjectId: request.Procedure.Value),
            scope => RunAsync(scope, request),
            cancellationToken);

    private static async Task<Result<string>> RunAsync(WriteScope scope, GiveUpSeatRequest request)
    {
        var member = request.Member ?? scope.Caller.PersonId ?? default;
        if (member != scope.Caller.PersonId)
        {
            var entered = await scope.EnterAsync(request.Forum, NeedsForOthers);
            if (entered.Error is { } refusal)
                return refusal;
        }
        else
        {
            scope.EnterBy(request.TakeBack ? Verbs.TakeSeatBack : Verbs.GiveUpSeat); // The roll says below whether there is such a seat.
        }

        if (await scope.Db.FindProcedureAsync(request.Forum, request.Procedure) is not { } procedure)
            return new ProcedureNotFound();

        if (request.TakeBack)
            return await TakeBackAsync(scope, procedure, member);

        return request.Member is null && procedure.Roll.SingleOrDefault(entry => entry.VoterId == member && entry.PersonId != member) is { } held
            ? await PassOnAsync(scope, procedure, held)
            : await GiveUpAsync(scope, procedure, member);
    }

    private static async Task<Result<string>> GiveUpAsync(WriteScope scope, WrittenProcedure procedure, PersonId member)
    {
        if (procedure.Roll.SingleOrDefault(entry => entry.PersonId == member) is not { } entry)
            return new NotOnTheRoll();

        var substitutes = await scope.Db.SubstitutesOfAsync(procedure.ForumId, entry, scope.Today);
        var first = entry.IsGivenUp ? substitutes.FirstOrDefault(one => one.Id == entry.VoterId) : substitutes.FirstOrDefault(one => !procedure.HasVoter(one.Id));
        if ((first ?? substitutes.FirstOrDefault()) is not { } substitute)
            return new NoSubstitute();

        var name = await NameAsync(scope, procedure, substitute);
        if (!procedure.GiveUpSeat(member, substitute, scope.Now, name).TryGet(out var seat, out var error))
            return error;

        var view = await AskAsync(scope, procedure, seat);
        if (member != scope.Caller.PersonId)
            scope.Notify(member, SeatGivenCard.Build(view, Texts.SeatGivenBySecretariat(name)));

        return name;
    }

    /// <summary>
    /// The substitute cannot answer either: the next in order has the ballot, and the member hears of it. Where nobody is left the member
    /// answers, or the secretariat finds somebody.
    /// </summary>
    private static async Task<Result<string>> PassOnAsync(WriteScope scope, WrittenProcedure procedure, RollEntry held)
    {
        var substitutes = await scope.Db.SubstitutesOfAsync(procedure.ForumId, held, scope.Today);
        var next = substitutes.SkipWhile(one => one.Id != held.VoterId).Skip(1).FirstOrDefault(one => !procedure.HasVoter(one.Id));
        var name = next is null ? null : await NameAsync(scope, procedure, next);
        var before = held.VoterName;
        if (!procedure.PassSeatOn(held.PersonId, next, scope.Now, name).TryGet(out var seat, out var error))
            return error;

        var view = await AskAsync(scope, procedure, seat);
        if (name is not null)
            scope.Notify(seat.PersonId, SeatGivenCard.Build(view, Texts.SeatPassedOn(before, name)));

        return seat.VoterName;
    }

    private static async Task<string> NameAsync(WriteScope scope, WrittenProcedure procedure, Person substitute)
    {
        var names = PeopleLabels.Of(await scope.Db.ActiveSeatsAsync(procedure.ForumId, scope.Today));
        return names.GetValueOrDefault(substitute.Id, substitute.Name);
    }

    private static async Task<Result<string>> TakeBackAsync(WriteScope scope, WrittenProcedure procedure, PersonId member)
    {
        var isBack = procedure.Roll.Any(entry => entry.PersonId == member && !entry.IsGivenUp);
        if (!procedure.TakeSeatBack(member, scope.Now).TryGet(out var seat, out var error))
            return error;

        if (isBack)
            return seat.Name;

        await AskAsync(scope, procedure, seat);
        return seat.Name;
    }

    /// <summary>Who votes for the seat now gets the ballot.</summary>
    private static async Task<ProcedureView> AskAsync(WriteScope scope, WrittenProcedure procedure, RollEntry seat)
    {
        var forum = await scope.Db.Forums.SingleAsync(candidate => candidate.Id == procedure.ForumId);
        var view = ProcedureView.Of(procedure, forum).AsOf(await scope.Db.ActiveSeatsAsync(forum.Id, scope.Today));
        scope.SendBallot(view, view.SeatOf(seat.VoterId)!);
        await scope.RefreshAsync(ProcedureCardSource.Key(procedure.Id));
        return view;
    }
}
