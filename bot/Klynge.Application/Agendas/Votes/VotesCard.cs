using System.Text.Json.Nodes;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Votes;

/// <summary>The votes on an item as the minutes will print them, with the way to each; and the form in which one is written down.</summary>
internal static class VotesCard
{
    internal const string Vote = "vote";
    internal const string Question = "question";
    internal const string For = "for";
    internal const string Against = "against";
    internal const string Abstained = "abstained";
    internal const string Dissent = "dissent";

    /// <summary>Each stands in the card three times.</summary>
    private const int MaxPeople = 70;

    /// <param name="running">A vote on cards that has not been closed; null for none.</param>
    internal static AdaptiveCard List(MeetingView meeting, AgendaLine line, RunningBallot? running = null, string? told = null) => Card(
        meeting,
        line,
        [
            .. told is null ? [] : new CardElement[] { CardParts.Caution(told) },
            .. running is null ? [] : Running(meeting, line, running),
            .. line.Content.Votes.Count == 0 && running is null ? [CardParts.Line(VoteTexts.None)] : line.Content.Votes.SelectMany(vote => Row(meeting, line, vote)),
        ],
        [
            .. running is null && meeting.Status == MeetingStatus.InProgress ? [CardParts.Button(VoteTexts.OpenForm, VoteVerbs.OpenForm, Data(meeting, line))] : Array.Empty<CardAction>(),
            CardParts.Button(VoteTexts.Write, AgendaVerbs.VoteForm, Data(meeting, line)),
            CardParts.Button(Attachments.Texts.BackToItem, AgendaVerbs.Item, Data(meeting, line)),
        ]);

    /// <summary>Before the cards go out: what is voted on, who gets one, and whose votes are written in afterwards.</summary>
    internal static AdaptiveCard OpenForm(MeetingView meeting, AgendaLine line, IReadOnlyList<Voter> voters, ItemVoteId id)
    {
        var back = CardParts.Back(AgendaVerbs.Votes, Data(meeting, line));
        return voters.Any(voter => voter.IsReached)
            ? Card(
                meeting,
                line,
                [
                    CardParts.Line(VoteTexts.Asks([.. voters.Where(voter => voter.IsReached).Select(voter => voter.Sitting.Name!)])),
                    .. Others(voters),
                    new TextInput(Question, VoteTexts.QuestionToAsk) { Placeholder = VoteTexts.QuestionHint },
                ],
                [CardParts.Submit(VoteTexts.Open, VoteVerbs.Open, Data(meeting, line).With(ItemBallotCard.Ballot, id)), back])
            : Card(meeting, line, [CardParts.Line(new NobodyToVote().Text)], [back]);
    }

    private static IEnumerable<CardElement> Others(IReadOnlyList<Voter> voters)
    {
        var others = voters.Where(voter => !voter.IsReached).Select(voter => voter.Sitting.Name!).ToList();
        return others.Count == 0 ? [] : [CardParts.Subtle(VoteTexts.WrittenInLater(others))];
    }

    private static IEnumerable<CardElement> Running(MeetingView meeting, AgendaLine line, RunningBallot running)
    {
        var data = Data(meeting, line).With(ItemBallotCard.Ballot, running.Ballot.Id);
        var missing = running.Voters.Where(voter => voter.IsReached && running.Ballot.AnswerOf(voter.Sitting) is null).Select(voter => voter.Sitting.Name!).ToList();
        yield return new TextBlock(CardText.Escape(VoteTexts.Runs(running.Ballot.Question))) { Weight = TextWeight.Bolder };
        yield return CardParts.Line(VoteTexts.Turnout(running.Voters.Count(voter => voter.IsReached) - missing.Count, missing));
        foreach (var element in Others(running.Voters))
            yield return element;

        yield return new ActionSet(
            CardParts.Button(VoteTexts.Again, AgendaVerbs.Votes, Data(meeting, line)),
            CardParts.Button(VoteTexts.Close, VoteVerbs.Close, (JsonObject)data.DeepClone()),
            CardParts.Button(VoteTexts.CallOff, VoteVerbs.CallOff, data));
    }

    /// <param name="id">Of the vote that the form writes.</param>
    /// <param name="standing">As it stands; null for a new one.</param>
    /// <param name="ballot">The vote on cards that it comes of: what was pressed there is shown, and stays; null for none.</param>
    internal static AdaptiveCard Form(MeetingView meeting, AgendaLine line, ItemAttendance attendance, ItemVoteId id, ItemVote? standing, ItemBallot? ballot = null)
    {
        var pressed = attendance.PressedIn(ballot, line.Id);
        var voters = attendance.VotersAt(line.Id).Where(one => !pressed.ContainsKey(one.Seat.Id)).Take(MaxPeople).ToList();
        var back = CardParts.Back(AgendaVerbs.Votes, Data(meeting, line));
        return voters.Count + pressed.Count == 0
            ? Card(meeting, line, [CardParts.Line(VoteTexts.NoVoters)], [back])
            : Card(
                meeting,
                line,
                [
                    new TextInput(Question, VoteTexts.QuestionLabel) { Value = standing?.Question, Placeholder = VoteTexts.QuestionHint },
                    .. pressed.Count == 0 ? [] : new CardElement[] { CardParts.Line(VoteTexts.Pressed(pressed.Count)) },
                    .. voters.Count == 0 ? [] : new CardElement[]
                    {
                        People(For, VoteTexts.For, SeatAnswer.For), People(Against, VoteTexts.Against, SeatAnswer.Against), People(Abstained, VoteTexts.Abstained, SeatAnswer.Abstain),
                        CardParts.Subtle(VoteTexts.Rest),
                    },
                    new TextInput(Dissent, VoteTexts.DissentLabel) { Value = standing?.Dissent, IsMultiline = true },
                ],
                [CardParts.Submit(VoteTexts.Save, AgendaVerbs.Vote, Data(meeting, line).With(Vote, id)), back]);

        ChoiceSetInput People(string field, string label, SeatAnswer answer) => new(field, label, [.. voters.Select(ToChoice)])
        {
            IsMultiSelect = true,
            Style = ChoiceInputStyle.Expanded,
            Value = string.Join(',', (standing?.Votes ?? []).Where(one => one.Answer == answer).Select(one => CardIds.Write(one.Seat))),
        };
    }

    private static AdaptiveCard Card(MeetingView meeting, AgendaLine line, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction> actions)
    {
        var heading = VoteTexts.Heading(line.Number);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {heading}"),
            FallbackText = $"{meeting.Forum}: {heading}",
            Body = [CardParts.ForumLine(meeting.Forum, meeting.Board), CardParts.Heading(heading), CardParts.Line(line.Content.Title), .. body],
            Actions = actions,
        }.WithButtonsInLines();
    }

    private static IEnumerable<CardElement> Row(MeetingView meeting, AgendaLine line, ItemVote vote)
    {
        foreach (var element in LongText.Of(VoteTexts.Printed(vote)))
            yield return element;

        yield return new ActionSet(
            CardParts.Button(Attachments.Texts.Change, AgendaVerbs.VoteForm, Data(meeting, line).With(Vote, vote.Id)),
            CardParts.Button(Attachments.Texts.Remove, AgendaVerbs.RemoveVote, Data(meeting, line).With(Vote, vote.Id)));
    }

    /// <summary>A list that is ticked is read as Markdown.</summary>
    private static Choice ToChoice(Sitting sitting) =>
        new(CardText.Escape($"{DanishText.Shorten(sitting.Name!, 60)}, {DanishText.Shorten(sitting.Seat.Organisation, 60)}"), CardIds.Write(sitting.Seat.Id));

    private static JsonObject Data(MeetingView meeting, AgendaLine line) => CardParts.Data(meeting.ForumId, meeting.Id, line.Id);
}
