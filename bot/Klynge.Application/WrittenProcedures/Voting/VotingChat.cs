using Klynge.Application.Chat;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Routing;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <summary>The ballot, the answer, and each person's own view of the shared card.</summary>
public sealed class VotingChat(ProcedureReader reader, CastVote cast)
{
    internal async Task<ChatReply> VoteAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var (data, request) = (action.Data, RequestOf(action.Data));
        if (AnswerPicks.SayOtherwise(AnswerPicks.Read(data), request.Answer, data))
            return await AskAgainAsync(turn, action, Texts.ChoseOtherwise(request.Answer), cancellationToken);

        var isQuestion = VotingRules.IsAskedAbout(request.Answer);
        if (isQuestion && data.Flag(AnswerQuestionCard.Sure) != true)
            return await AskAboutAsync(turn, action, request, problem: null, cancellationToken);

        var result = await cast.HandleAsync(turn.Caller, request, cancellationToken);
        if (result.TryGet(out var receipt, out var error))
            return ReceiptCard.Build(receipt, turn.Now);

        return error switch
        {
            RemarksMissing or RemarksTooLong when isQuestion => await AskAboutAsync(turn, action, request, error.Text, cancellationToken),
            RemarksMissing or RemarksTooLong or AnswersMissing or CaseHasChanged => await AskAgainAsync(turn, action, error.Text, cancellationToken),
            _ => error,
        };
    }

    private static CastVoteRequest RequestOf(ActionData data)
    {
        var answer = AnswerNames.Read(data.Text("answer"));
        return new(
            data.Forum(),
            data.Procedure(),
            data.Integer("version") ?? 0,
            answer,
            data.Text(BallotCard.RemarksField),
            data.Id<MemberId>("seat"))
        {
            Answers = answer == Answer.Separate ? AnswerPicks.Answers(AnswerPicks.Read(data), data.Integer(AnswerPicks.Count) ?? 0) : null,
        };
    }

    /// <summary>The ballot, or what was answered on it; the full ballot again for somebody who wants to change the answer.</summary>
    internal async Task<ChatReply> BallotAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
            return error;

        // Refused, the card stays with the remarks that somebody has typed meanwhile.
        if (seen.View.Status == ProcedureStatus.Closed)
            return string.IsNullOrWhiteSpace(action.Data.Text(BallotCard.RemarksField)) ? ResultCard.Build(seen.View, seen.MayClose) : new VotingIsClosed();

        if (seen.Seat is not { } seat)
            return new NotOnTheRoll();

        if (seat.Answer is null && ProcedureParts.AsksAsNotice(action))
            return new NothingNewToTell();

        if (seat.Answer is null && action.Data.Flag(ReminderCard.Key) == true)
            return ReminderCard.Build(seen.View, turn.Now);

        return seat.Answer is null || action.Data.Flag("change") == true
            ? BallotCard.Build(seen.View, seat, turn.Now, action.Data.Text(BallotCard.RemarksField), picks: AnswerPicks.Read(action.Data, seen.View))
            : ReceiptCard.Build(ReceiptCard.Of(seen.View, seat), turn.Now);
    }

    internal async Task<ChatReply> ViewAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        return !found.TryGet(out var seen, out var error) ? error
            : seen.View.IsOpen && ProcedureParts.AsksAsNotice(action) ? new NothingNewToTell()
            : SharedProcedureCard.BuildOwn(seen.View, seen.Seat, seen.IsSecretariat, seen.MayClose, seen.Viewers, turn.Now, action.Data.Page());
    }

    /// <summary>The whole text of a case, page by page.</summary>
    internal async Task<ChatReply> TextAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        return found.TryGet(out var seen, out var error)
            ? CaseTextCard.Build(seen.View, seen.Seat is not null, action.Data.Page(), action.Data.Text(BallotCard.RemarksField), AnswerPicks.Read(action.Data, seen.View))
            : error;
    }

    /// <summary>One question before an answer that ends the case for everybody, or takes the voter out of it.</summary>
    private async Task<ChatReply> AskAboutAsync(
        ChatTurn turn, InvokedAction action, CastVoteRequest request, string? problem, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
            return error;

        if (seen.Seat is not { } seat)
            return new NotOnTheRoll();

        // Everything but the reason, which the question asks for, stands between the voter and the answer already now.
        var ballot = new Ballot(request.Answer, request.Remarks ?? "-", request.Version, turn.PersonId);
        var refused = problem is null ? VotingRules.Check(seen.View.Voting, ballot, turn.Now) : null;
        return refused switch
        {
            null or RemarksTooLong => AnswerQuestionCard.Build(seen.View, seat, request.Answer, request.Remarks, problem ?? refused?.Text, AnswerPicks.Read(action.Data, seen.View)),
            CaseHasChanged => await AskAgainAsync(turn, action, refused.Text, cancellationToken),
            _ => refused,
        };
    }

    /// <summary>The ballot again, with what was typed and what is wrong with it.</summary>
    private async Task<ChatReply> AskAgainAsync(ChatTurn turn, InvokedAction action, string problem, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        return found.TryGet(out var seen, out var error) && seen.Seat is { } seat
            ? BallotCard.Build(seen.View, seat, turn.Now, action.Data.Text(BallotCard.RemarksField), problem, picks: AnswerPicks.Read(action.Data, seen.View))
            : error ?? new NotOnTheRoll();
    }
}
