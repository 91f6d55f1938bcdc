using System.Text.Json.Nodes;
using Klynge.Application.Meetings;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>»årshjul«: what comes round, when it comes next, and the form for more.</summary>
internal static class WheelCards
{
    internal const string Entry = "entry";
    internal const string Rule = "rule";

    /// <param name="told">What the person has just done; null for a look.</param>
    internal static AdaptiveCard Build(WheelView wheel, string? told = null) => new()
    {
        Speak = CardParts.Spoken($"{wheel.Forum.Name}: {Texts.AnnualWheel}, {Texts.Entries(wheel.Entries.Count)}."),
        FallbackText = $"{wheel.Forum.Name}: {Texts.AnnualWheel}",
        Body =
        [
            CardParts.ForumLine(wheel.Forum.Name, wheel.Board),
            CardParts.Heading(Texts.AnnualWheel),
            .. told is null ? Array.Empty<CardElement>() : [new Container(CardParts.Line(told)) { Style = ContainerStyle.Good }],
            .. wheel.Entries.Count == 0 ? [CardParts.Line(Texts.EmptyWheel)] : wheel.Entries.Select(CardElement (one) => Row(wheel, one)),
            CardParts.Subtle(Texts.OfEveryMeeting(wheel.Forum.Rules)),
        ],
        Actions = [.. Buttons(wheel)],
    };

    internal static AdaptiveCard Form(WheelView wheel) => new()
    {
        Speak = CardParts.Spoken($"{wheel.Forum.Name}: {Texts.NewEntry}"),
        FallbackText = $"{wheel.Forum.Name}: {Texts.NewEntry}",
        Body =
        [
            CardParts.ForumLine(wheel.Forum.Name, wheel.Board),
            CardParts.Heading(Texts.NewEntry),
            new TextInput(DeadlineParts.Title, Texts.TitleLabel) { MaxLength = AnnualEntry.LongestTitle, IsRequired = true, ErrorMessage = Texts.TitleNeeded },
            new TextInput(Rule, Texts.RuleLabel) { MaxLength = 60, IsRequired = true, ErrorMessage = Texts.RuleNeeded, Placeholder = "30. april" },
            CardParts.Subtle(Texts.RuleExamples),
            .. DeadlineForms.ResponsibleChoice(wheel.Forum.Id, wheel.Seats, chosen: null),
        ],
        Actions =
        [
            CardParts.Submit(Texts.AddToWheel, DeadlineVerbs.WheelAdd, DeadlineParts.Data(wheel.Forum.Id)),
            CardParts.Button(Texts.SeeWheel, DeadlineVerbs.Wheel, DeadlineParts.Data(wheel.Forum.Id)),
        ],
    };

    internal static AdaptiveCard AskRemove(WheelView wheel, WheelEntryView entry) => new()
    {
        Speak = CardParts.Spoken($"{Texts.RemoveHeading}: {entry.Title}"),
        FallbackText = $"{Texts.RemoveHeading}: {entry.Title}",
        Body =
        [
            CardParts.ForumLine(wheel.Forum.Name, wheel.Board),
            CardParts.Heading(Texts.RemoveHeading),
            CardParts.Line($"{entry.Title}, {entry.Rule}"),
            CardParts.Line(Texts.RemovesAlso(entry.Open)),
        ],
        Actions =
        [
            CardParts.Button(Texts.Remove, DeadlineVerbs.WheelRemove, Data(wheel, entry)) with { Style = ActionStyle.Destructive },
            CardParts.Button(Texts.SeeWheel, DeadlineVerbs.Wheel, DeadlineParts.Data(wheel.Forum.Id)),
        ],
    };

    private static ColumnSet Row(WheelView wheel, WheelEntryView entry)
    {
        var text = new Column(
            new TextBlock(CardText.Escape(entry.Title)) { Weight = TextWeight.Bolder },
            CardParts.Subtle(Texts.Rule(entry.Rule, entry.Responsible)),
            CardParts.Subtle(Texts.Next(entry.Next)) with { Spacing = Spacing.None });
        return wheel.Manages
            ? new ColumnSet(text, new Column(new ActionSet(CardParts.Button(Texts.Remove, DeadlineVerbs.WheelAskRemove, Data(wheel, entry)))) { Width = "auto" })
            { Separator = true, Spacing = Spacing.Small }
            : new ColumnSet(text) { Separator = true, Spacing = Spacing.Small };
    }

    private static IEnumerable<CardAction> Buttons(WheelView wheel)
    {
        if (wheel.Manages)
            yield return CardParts.Button(Texts.AddEntry, DeadlineVerbs.WheelForm, DeadlineParts.Data(wheel.Forum.Id));

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
