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
/// A member leaves the seat in one case to the substitute that the board has on record, who then has the ballot and the vote. The
/// secretariat may do it for a member who is ill.
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

        return request.TakeBack ? await TakeBackAsync(scope, procedure, member) : await GiveUpAsync(scope, procedure, member);
    }

    private static async Task<Result<string>> GiveUpAsync(WriteScope scope, WrittenProcedure procedure, PersonId member)
    {
        if (procedure.Roll.SingleOrDefault(entry => entry.PersonId == member) is not { } entry)
            return new NotOnTheRoll();

        if (await scope.Db.SubstituteOfAsync(procedure.ForumId, entry, scope.Today) is not { } substitute)
            return new NoSubstitute();

        var names = PeopleLabels.Of(await scope.Db.ActiveSeatsAsync(procedure.ForumId, scope.Today));
        var name = names.GetValueOrDefault(substitute.Id, substitute.Name);
        if (!procedure.GiveUpSeat(member, substitute, scope.Now, name).TryGet(out var seat, out var error))
            return error;

        var view = await AskAsync(scope, procedure, seat);
        if (member != scope.Caller.PersonId)
            scope.Notify(member, SeatGivenCard.Build(view, Texts.SeatGivenBySecretariat(name)));

        return name;
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
