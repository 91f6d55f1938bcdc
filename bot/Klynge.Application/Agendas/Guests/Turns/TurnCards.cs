using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Guests.Turns;

/// <summary>Who comes to the forum's meetings by turns: whose turn this meeting is, and the others.</summary>
internal static class TurnCards
{
    internal const string Item = "turnItem";
    internal const string Every = "every";

    /// <summary>A longer agenda has its guests written on at the item itself.</summary>
    private const int MaxItems = 60;

    private const int MaxTitle = 60;

    /// <param name="inTurn">Those whose turn the meeting is, and who are not on it.</param>
    internal static AdaptiveCard List(AgendaView view, IReadOnlyList<GuestCadence> all, IReadOnlySet<GuestCadenceId> inTurn, string? told = null)
    {
        var meeting = view.Meeting;
        var theirs = all.Where(one => inTurn.Contains(one.Id)).ToList();
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {TurnTexts.Heading}"),
            FallbackText = $"{meeting.Forum}: {TurnTexts.Heading}",
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(TurnTexts.Heading),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
                .. told is null ? [] : new[] { CardParts.Line(told) },
                .. all.Count == 0 ? [CardParts.Line(TurnTexts.None)] : Array.Empty<CardElement>(),
                .. theirs.Count > 0 ? [Items(view)] : Array.Empty<CardElement>(),
                .. theirs.SelectMany(one => Row(meeting, one, isTheirs: true, view.Lines.Count > 0)),
                .. all.Where(one => !inTurn.Contains(one.Id)).SelectMany(one => Row(meeting, one, isTheirs: false, hasItems: false)),
                CardParts.Subtle(TurnTexts.Explained),
            ],
            Actions = [Button(meeting, TurnTexts.New, TurnVerbs.Form), CardParts.ToAgenda(meeting.ForumId, meeting.Id)],
        }.WithButtonsInLines();
    }

    /// <param name="wrong">Why what was typed was not taken; null for a form that nobody has filled in.</param>
    internal static AdaptiveCard Form(MeetingView meeting, GuestCadenceId id, GuestInput input, int every, Error? wrong = null) => new AdaptiveCard
    {
        Speak = CardParts.Spoken($"{meeting.Forum}: {wrong?.Text ?? TurnTexts.New}"),
        FallbackText = $"{meeting.Forum}: {TurnTexts.New}",
        Body =
        [
            CardParts.ForumLine(meeting.Forum, meeting.Board),
            CardParts.Heading(TurnTexts.New),
            .. wrong is null ? [] : new CardElement[] { new TextBlock(CardText.Escape(wrong.Text)) { Color = TextColor.Attention } },
            .. GuestForm.Fields(input),
            new ChoiceSetInput(Every, TurnTexts.EveryLabel, [.. Enumerable.Range(1, GuestCadence.MaxEvery).Select(number => new Choice(DanishFormat.Capitalised(TurnTexts.Every(number)), $"{number}"))]) { Value = $"{every}" },
            CardParts.Subtle(TurnTexts.FirstIs(CardParts.When(meeting.Time))),
        ],
        Actions =
        [
            CardParts.Submit(Texts.Save, TurnVerbs.Add, CardParts.Data(meeting.ForumId, meeting.Id).With(ItemForm.New, id)),
            CardParts.Back(TurnVerbs.List, CardParts.Data(meeting.ForumId, meeting.Id)),
        ],
    }.WithButtonsInLines();

    /// <summary>Nothing is chosen beforehand: an item by mistake would stand in the minutes.</summary>
    private static CardElement Items(AgendaView view) => view.Lines.Count == 0 ? CardParts.Caution(TurnTexts.NoItems)
        : new ChoiceSetInput(Item, TurnTexts.ItemLabel, [.. view.Lines.Take(MaxItems).Select(line => new Choice(DanishText.Shorten($"{line.Number}. {line.Content.Title}", MaxTitle), CardIds.Write(line.Id)))]);

    private static IEnumerable<CardElement> Row(MeetingView meeting, GuestCadence one, bool isTheirs, bool hasItems)
    {
        yield return new TextBlock(CardText.Escape(one.Label)) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        yield return new TextBlock(CardText.Escape(isTheirs ? TurnTexts.TheirTurn(one) : TurnTexts.NotTheirTurn(one)))
        {
            Spacing = Spacing.None,
            Color = isTheirs ? TextColor.Accent : TextColor.Default,
        };
        var data = CardParts.Data(meeting.ForumId, meeting.Id).With(CardIds.Cadence, one.Id);
        CardAction[] buttons =
        [
            .. isTheirs && hasItems ? [CardParts.Submit(TurnTexts.Use, TurnVerbs.Use, CardParts.Data(meeting.ForumId, meeting.Id).With(CardIds.Cadence, one.Id))] : Array.Empty<CardAction>(),
            .. isTheirs ? [CardParts.Button(TurnTexts.Skip, TurnVerbs.Skip, CardParts.Data(meeting.ForumId, meeting.Id).With(CardIds.Cadence, one.Id))] : Array.Empty<CardAction>(),
            CardParts.Button(TurnTexts.Remove, TurnVerbs.Remove, data),
        ];
        foreach (var line in CardParts.Lines(buttons))
            yield return line;
    }

    private static ExecuteAction Button(MeetingView meeting, string title, ButtonRight verb) =>
        CardParts.Button(title, verb, CardParts.Data(meeting.ForumId, meeting.Id));
}
