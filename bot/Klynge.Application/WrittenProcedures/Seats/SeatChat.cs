using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.WrittenProcedures.Seats;

/// <summary>Leaving a seat to the substitute, and answers that came by telephone or mail.</summary>
public sealed class SeatChat(Gate gate, ProcedureReader reader, PeopleLists people, GiveUpSeat giveUp, RecordVote record)
{
    internal async Task<ChatReply> GiveUpAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        if (action.Data.Flag(RecordForm.ForOther) == true)
            return await GiveUpForOtherAsync(turn, action, cancellationToken);

        if (!string.IsNullOrWhiteSpace(action.Data.Text(BallotCard.RemarksField)))
            return new RemarksNotSent();

        if (AnswerPicks.Read(action.Data) is not null)
            return new AnswersNotSent();

        var result = await giveUp.HandleAsync(turn.Caller, new(action.Data.Forum(), action.Data.Procedure()), cancellationToken);
        if (!result.TryGet(out var substitute, out var error))
            return error;

        var found = await reader.FindAsync(turn, action, cancellationToken);
        return found.TryGet(out var seen, out _) && seen.View.Seats.Any(seat => seat.PersonId == turn.PersonId)
            ? SeatGivenCard.Build(seen.View, Texts.SeatGivenTo(substitute))
            : ChatReply.Say(Texts.YouPassedSeatOn(substitute));
    }

    internal async Task<ChatReply> TakeBackAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new GiveUpSeatRequest(action.Data.Forum(), action.Data.Procedure(), TakeBack: true);
        var result = await giveUp.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error is { } error ? error : ChatReply.Say(Texts.SeatIsBack);
    }

    internal async Task<ChatReply> RecordFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
            return error;

        return seen.View.IsOpen ? RecordForm.Build(seen.View, Typed(action.Data)) : new VotingIsClosed();
    }

    internal async Task<ChatReply> RecordAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var data = action.Data;
        var named = await SeatAsync(turn, action, cancellationToken);
        if (named.Error is { } unclear)
            return await AskAgainAsync(turn, action, unclear.Text, cancellationToken);

        var (seat, remarks) = (named.Value, data.Text(BallotCard.RemarksField));
        var source = SourceOf(data);
        var (answer, each) = AnswerOf(data);
        if (seat == default || source == default || answer == default)
            return await AskAgainAsync(turn, action, Texts.ChooseAll, cancellationToken);

        var isQuestion = VotingRules.IsAskedAbout(answer);
        if (isQuestion && data.Flag(AnswerQuestionCard.Sure) != true)
            return await AskAboutAsync(turn, action, seat, answer, problem: null, cancellationToken);

        var request = new RecordVoteRequest(visit.Forum.Id, action.Data.Procedure(), seat, answer, source, remarks) { Answers = each, Version = data.Integer(AnswerPicks.Version) };
        var result = await record.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error switch
        {
            RemarksMissing or RemarksTooLong when isQuestion => await AskAboutAsync(turn, action, seat, answer, result.Error.Text, cancellationToken),
            null => ChatReply.Say(CardText.Escape(Texts.Recorded(result.Value))),
            RemarksMissing or RemarksTooLong => await AskAgainAsync(turn, action, result.Error.Text, cancellationToken),
            _ => result.Error,
        };
    }

    /// <summary>The answer to the whole case, or to each recommendation where some were answered otherwise than the rest; a default value where something is open.</summary>
    internal static (Answer Answer, IReadOnlyList<Answer>? Each) AnswerOf(ActionData data)
    {
        var answer = AnswerNames.Read(data.Text(RecordForm.AnswerField));
        if (AnswerPicks.Read(data) is not { } picks || !(answer == default || SeparateAnswers.IsOfOne(answer)))
            return (answer, null);

        var each = AnswerPicks.Answers(picks, data.Integer(AnswerPicks.Count) ?? 0, rest: answer);
        return each.Contains(default) ? (default, null) : (Answer.Separate, each);
    }

    /// <returns>A default value where it is not said.</returns>
    internal static VoteSource SourceOf(ActionData data) => data.Text(RecordForm.SourceField) switch
    {
        RecordForm.Phone => VoteSource.Phone,
        RecordForm.Mail => VoteSource.Mail,
        _ => default,
    };

    private async Task<ChatReply> GiveUpForOtherAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var entered = await gate.EnterAsync(turn, action.Data.Forum(), GiveUpSeat.NeedsForOthers, cancellationToken);
        if (entered.Error is { } refusal)
            return refusal;

        var found = await reader.FindAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
            return error;

        var named = await SeatAsync(turn, action, cancellationToken);
        if (named.Error is not null || seen.View.Seats.FirstOrDefault(seat => seat.MemberId == named.Value) is not { } seat)
            return await AskAgainAsync(turn, action, named.Error?.Text ?? Texts.ChooseSeat, cancellationToken);

        var request = new GiveUpSeatRequest(action.Data.Forum(), action.Data.Procedure(), seat.PersonId);
        var result = await giveUp.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error switch
        {
            null => ChatReply.Say(CardText.Escape(Texts.SeatGivenFor(seat.Name, result.Value))),
            NoSubstitute or SeatHasAnswered or SubstituteVotesAlready => await AskAgainAsync(turn, action, result.Error.Text, cancellationToken),
            _ => result.Error,
        };
    }

    /// <summary>One question before an answer that ends the case for everybody, or takes the voter out of it.</summary>
    private async Task<ChatReply> AskAboutAsync(
        ChatTurn turn, InvokedAction action, MemberId named, Answer answer, string? problem, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
            return error;

        var typed = Typed(action.Data);
        if (seen.View.Seats.FirstOrDefault(candidate => candidate.MemberId == named) is not { } seat)
            return new ProcedureNotFound();

        return seen.View.IsOpen
            ? AnswerQuestionCard.BuildForOther(seen.View, seat, answer, typed.Source!, typed.Remarks, problem, typed.Picks)
            : new VotingIsClosed();
    }

    private static RecordTyped Typed(ActionData data) => new(
        data.Text(RecordForm.SeatField),
        data.Text(RecordForm.AnswerField),
        data.Text(RecordForm.SourceField),
        data.Text(BallotCard.RemarksField),
        PersonInput.Typed(data, RecordForm.SeatField),
        AnswerPicks.Read(data));

    /// <summary>The seat that was chosen, or whose holder's name was typed; none where neither was. Whether it is on the roll the write says.</summary>
    private async Task<Result<MemberId>> SeatAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var source = new PeopleSource(PeopleSource.Roll, action.Data.Forum(), ListedId.Of(action.Data.Procedure()));
        var answered = await people.AnswerAsync(turn.PersonId, source, turn.Today, action.Data, RecordForm.SeatField, cancellationToken);
        return answered.TryGet(out var value, out var unclear) ? CardIds.Read<MemberId>(value) ?? default(MemberId) : unclear;
    }

    private async Task<ChatReply> AskAgainAsync(ChatTurn turn, InvokedAction action, string problem, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
            return error;

        return RecordForm.Build(seen.View, Typed(action.Data), problem);
    }
}
