using System.Text.Json.Nodes;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Votes;

/// <summary>The card that a voter answers at the meeting by one press; looked at later, what was pressed and what came of it.</summary>
internal static class ItemBallotCard
{
    internal const string Ballot = "ballot";
    internal const string Answer = "answer";

    /// <summary>What is decided is read on the agenda; the card has room for the buttons on a phone.</summary>
    private const int MaxTextLength = 3_000;

    /// <param name="sitting">The seat that the card is for, and who sits in it.</param>
    internal static AdaptiveCard Build(ItemBallotView view, Sitting sitting, string? told = null)
    {
        var heading = VoteTexts.Heading(view.Number);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{view.Forum}: {heading}"),
            FallbackText = $"{view.Forum}: {heading}",
            IsConfidential = view.Content.IsClosed,
            Refresh = new CardRefresh(CardParts.Button(heading, VoteVerbs.Show, Data(view, sitting.Seat.Id))),
            Body =
            [
                CardParts.ForumLine(view.Forum, view.Board),
                CardParts.Heading(heading),
                CardParts.Line(view.Content.Title),
                .. LongText.Cut(Question(view), MaxTextLength, CardParts.Subtle(VoteTexts.ReadAgenda)),
                .. sitting.Person == sitting.Seat.PersonId ? [] : new CardElement[] { CardParts.Subtle(VoteTexts.ForSeat(sitting.Holder ?? sitting.Seat.Organisation)) },
                .. told is null ? [] : new CardElement[] { CardParts.Caution(told) },
                .. Standing(view, sitting),
            ],
            Actions = [.. view.IsRunning ? Answers(view, sitting) : [], CardParts.ToAgenda(view.ForumId, view.Meeting)],
        }.WithButtonsInLines();
    }

    /// <summary>On a card of what waits for somebody, with the way to answer it.</summary>
    internal static IEnumerable<CardElement> Row((ItemBallotView View, Sitting Sitting) one)
    {
        yield return new TextBlock(CardText.Escape($"{one.View.Forum}: {one.View.Content.Title}")) { Weight = TextWeight.Bolder };
        yield return new ActionSet(CardParts.Button(VoteTexts.VoteNow, VoteVerbs.Show, Data(one.View, one.Sitting.Seat.Id))) { Spacing = Spacing.Small };
    }

    private static IEnumerable<CardElement> Question(ItemBallotView view) => view.Ballot.Question is { } question
        ? LongText.Of(question)
        : view.Content.Recommendations.SelectMany((line, index) => LongText.Entry(index + 1, line));

    private static IEnumerable<CardElement> Standing(ItemBallotView view, Sitting sitting)
    {
        if (view.AnswerOf(sitting) is { } own && !view.Ballot.IsCalledOff)
            yield return new TextBlock(CardText.Escape(VoteTexts.YouVoted(own))) { Weight = TextWeight.Bolder };

        foreach (var element in view switch
        {
            { IsRunning: true } => [CardParts.Subtle(view.AnswerOf(sitting) is null ? VoteTexts.PressOne : VoteTexts.MayChange)],
            { Vote: { } vote } => LongText.Of(VoteTexts.Printed(vote)),
            _ => [CardParts.Line(view.Ballot.IsCalledOff ? VoteTexts.CalledOffHere : VoteTexts.OverHere)],
        })
        {
            yield return element;
        }
    }

    private static IEnumerable<CardAction> Answers(ItemBallotView view, Sitting sitting) =>
        Enum.GetValues<SeatAnswer>().Where(answer => view.AnswerOf(sitting)?.Answer != answer).Select(answer =>
            CardParts.Button(VoteTexts.Press(answer), VoteVerbs.Cast, Data(view, sitting.Seat.Id, answer)));

    /// <summary>What a button of the card says; null for what none of them does.</summary>
    internal static SeatAnswer? AnswerOf(ActionData data)
    {
        var said = data.Text(Answer);
        return Enum.GetValues<SeatAnswer>().Select(answer => (SeatAnswer?)answer).FirstOrDefault(answer => NameOf(answer!.Value) == said);
    }

    private static string NameOf(SeatAnswer answer) => answer switch
    {
        SeatAnswer.For => "for",
        SeatAnswer.Against => "against",
        SeatAnswer.Abstain => "abstain",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown answer."),
    };

    private static JsonObject Data(ItemBallotView view, MemberId seat, SeatAnswer answer)
    {
        var data = Data(view, seat);
        data[Answer] = NameOf(answer);
        return data;
    }

    private static JsonObject Data(ItemBallotView view, MemberId seat) =>
        CardParts.Data(view.ForumId, view.Meeting, view.Item).With(Ballot, view.Ballot.Id).With(CardIds.Member, seat);
}
