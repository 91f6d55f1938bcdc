using System.Text.Json.Nodes;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Meetings;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Deadlines.AnnualWheel;

/// <summary>»årshjul«: what comes round, when it comes next, and the form for more.</summary>
internal static class WheelCards
{
    internal const string Entry = "entry";
    internal const string Rule = "rule";

    /// <param name="told">What the person has just done; null for a look.</param>
    internal static AdaptiveCard Build(WheelView wheel, string? told = null) => new()
    {
        Speak = CardParts.Spoken($"{wheel.Forum.Name}: {Texts.AnnualWheel}, {WheelTexts.Entries(wheel.Entries.Count)}."),
        FallbackText = $"{wheel.Forum.Name}: {Texts.AnnualWheel}",
        Body =
        [
            CardParts.ForumLine(wheel.Forum.Name, wheel.Board),
            CardParts.Heading(Texts.AnnualWheel),
            .. told is null ? Array.Empty<CardElement>() : [new Container(CardParts.Line(told)) { Style = ContainerStyle.Good }],
            .. wheel.Entries.Count == 0 ? [CardParts.Line(WheelTexts.EmptyWheel)] : wheel.Entries.Select(CardElement (one) => Row(wheel, one)),
            CardParts.Subtle(WheelTexts.OfEveryMeeting(wheel.Forum.Rules)),
        ],
        Actions = [.. Buttons(wheel)],
    };

    internal static AdaptiveCard Form(WheelView wheel) => new AdaptiveCard
    {
        Speak = CardParts.Spoken($"{wheel.Forum.Name}: {WheelTexts.NewEntry}"),
        FallbackText = $"{wheel.Forum.Name}: {WheelTexts.NewEntry}",
        Body =
        [
            CardParts.ForumLine(wheel.Forum.Name, wheel.Board),
            CardParts.Heading(WheelTexts.NewEntry),
            new TextInput(DeadlineParts.Title, Texts.TitleLabel) { IsRequired = true, ErrorMessage = Texts.TitleNeeded },
            new TextInput(Rule, WheelTexts.RuleLabel) { IsRequired = true, ErrorMessage = WheelTexts.RuleNeeded, Placeholder = "30. april" },
            CardParts.Subtle(WheelTexts.RuleExamples),
            .. DeadlineForms.ResponsibleChoice(wheel.Forum.Id, wheel.Seats, chosen: null),
        ],
        Actions =
        [
            CardParts.Submit(WheelTexts.AddToWheel, DeadlineVerbs.WheelAdd, DeadlineParts.Data(wheel.Forum.Id)),
            CardParts.Back(DeadlineVerbs.Wheel, DeadlineParts.Data(wheel.Forum.Id)),
        ],
    }.WithButtonsInLines();

    internal static AdaptiveCard AskRemove(WheelView wheel, WheelEntryView entry) => new()
    {
        Speak = CardParts.Spoken($"{WheelTexts.RemoveHeading}: {entry.Title}"),
        FallbackText = $"{WheelTexts.RemoveHeading}: {entry.Title}",
        Body =
        [
            CardParts.ForumLine(wheel.Forum.Name, wheel.Board),
            CardParts.Heading(WheelTexts.RemoveHeading),
            CardParts.Line($"{entry.Title}, {entry.Rule}"),
            CardParts.Line(WheelTexts.RemovesAlso(entry.Open)),
        ],
        Actions =
        [
            CardParts.Button(WheelTexts.Remove, DeadlineVerbs.WheelRemove, Data(wheel, entry)) with { Style = ActionStyle.Destructive },
            CardParts.Button(WheelTexts.SeeWheel, DeadlineVerbs.Wheel, DeadlineParts.Data(wheel.Forum.Id)),
        ],
    };

    private static ColumnSet Row(WheelView wheel, WheelEntryView entry)
    {
        var text = new Column(
            new TextBlock(CardText.Escape(entry.Title)) { Weight = TextWeight.Bolder },
            CardParts.Subtle(WheelTexts.Rule(entry.Rule, entry.Responsible)),
            CardParts.Subtle(WheelTexts.Next(entry.Next)) with { Spacing = Spacing.None });
        return wheel.Manages
            ? new ColumnSet(text, new Column(new ActionSet(CardParts.Button(WheelTexts.Remove, DeadlineVerbs.WheelAskRemove, Data(wheel, entry)))) { Width = "auto" })
            { Separator = true, Spacing = Spacing.Small }
            : new ColumnSet(text) { Separator = true, Spacing = Spacing.Small };
    }

    private static IEnumerable<CardAction> Buttons(WheelView wheel)
    {
        if (wheel.Manages)
            yield return CardParts.Button(WheelTexts.AddEntry, DeadlineVerbs.WheelForm, DeadlineParts.Data(wheel.Forum.Id));

        yield return CardParts.Button(Texts.AllDeadlines, DeadlineVerbs.List, DeadlineParts.Data(wheel.Forum.Id));
    }

    private static JsonObject Data(WheelView wheel, WheelEntryView entry)
    {
        var data = DeadlineParts.Data(wheel.Forum.Id);
        data[Entry] = entry.Key;
        return data;
    }
}

/// <param name="Manages">The reader may change it.</param>
/// <param name="Seats">Who can be responsible.</param>
internal sealed record WheelView(Forum Forum, string Board, IReadOnlyList<WheelEntryView> Entries, bool Manages, IReadOnlyList<ForumMember> Seats);

/// <param name="Next">The nearest day ahead; null when nothing is planned.</param>
/// <param name="Open">How many open deadlines stand for it.</param>
internal sealed record WheelEntryView(string Key, string Title, string Rule, string? Responsible, LocalDate? Next, int Open);
