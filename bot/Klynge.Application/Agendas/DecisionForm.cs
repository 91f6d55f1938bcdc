using System.Globalization;
using System.Text.Json.Nodes;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas;

/// <summary>
/// The form in which the secretariat writes decisions, one after the other: the item, the text, and the stock phrases as buttons that
/// need no typing. After each the next item without a decision is chosen already.
/// </summary>
internal static class DecisionForm
{
    internal const string Choice = "choice";
    internal const string Text = "text";
    internal const string Phrase = "phrase";

    /// <summary>Items to choose from: more would make the card too large, and a number is typed faster than found.</summary>
    private const int MostChoices = 60;

    /// <summary>A decision longer than this is not laid into the form again: the card would be too large.</summary>
    private const int LongestPrefill = 8_000;

    /// <param name="chosen">The item chosen from the start; null for the first without a decision.</param>
    /// <param name="told">What has just happened, above the form.</param>
    /// <param name="typed">A text that waits for a yes, in place of the decision that stands.</param>
    internal static AdaptiveCard Build(
        AgendaView view, AgendaItemId? chosen = null, IReadOnlyList<CardElement>? told = null, string? typed = null)
    {
        var meeting = view.Meeting;
        var current = view.Lines.FirstOrDefault(line => line.Id == chosen)
            ?? view.Lines.FirstOrDefault(line => line.Decision is null)
            ?? view.Lines.FirstOrDefault();
        var left = view.Lines.Count(line => line.Decision is null);
        var back = CardParts.ToAgenda(meeting.ForumId, meeting.Id);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken(Texts.DecisionsOf(meeting.Forum)),
            FallbackText = Texts.DecisionsOf(meeting.Forum),
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(Texts.WriteDecision),
                CardParts.Line($"{DanishFormat.Capitalised(CardParts.When(meeting.Time))} · {Texts.ItemsLeft(left)}"),
                .. told ?? [],
                .. current is null ? [CardParts.Line(Texts.NoItems)] : Inputs(view, current, typed),
            ],
            Actions = current is null
                ? [back]
                : [CardParts.Submit(Texts.SaveDecision, AgendaVerbs.Decide, CardParts.Data(meeting.ForumId, meeting.Id)), back],
        };
    }

    /// <summary>An item with the version that the form was drawn from, as the choice carries both.</summary>
    internal static (AgendaItemId Id, int Version)? ReadChoice(string? value)
    {
        var parts = value?.Split('/') ?? [];
        return parts.Length == 2 && Guid.TryParse(parts[0], out var id)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (new AgendaItemId(id), version)
            : null;
    }

    internal static ExecuteAction EditButton(MeetingView meeting, AgendaItemId item) =>
        CardParts.Button(Texts.EditDecision, AgendaVerbs.DecideForm, CardParts.Data(meeting.ForumId, meeting.Id, item));

    /// <summary>The way from an item to its written procedure: for the secretariat, who alone sees this form.</summary>
    internal static ExecuteAction WritingButton(MeetingView meeting, AgendaItemId item) =>
        CardParts.Button(Texts.InWriting, AgendaVerbs.WrittenProcedureForm, CardParts.Data(meeting.ForumId, meeting.Id, item));

    private static IEnumerable<CardElement> Inputs(AgendaView view, AgendaLine current, string? typed)
    {
        var choices = Window(view, current).Select(line => new Choice(Texts.Choice(line), Value(line)));
        yield return new ChoiceSetInput(Choice, Texts.ChooseItem, [.. choices])
        {
            Value = Value(current),
            IsRequired = true,
            ErrorMessage = Texts.ChooseItem,
        };
        foreach (var phrase in Texts.StockPhrases.Select((phrase, index) => Stock(view.Meeting, phrase, index)))
        {
            yield return new ActionSet(phrase) { Spacing = Spacing.Small };
        }

        yield return new TextInput(Text, Texts.DecisionLabel)
        {
            Value = (typed ?? current.Decision) is { Length: <= LongestPrefill } text ? text : null,
            IsMultiline = true,
            Placeholder = Texts.DecisionHint,
            MaxLength = AgendaItemRules.LongestDecision,
        };
        yield return new ActionSet(WritingButton(view.Meeting, current.Id)) { Spacing = Spacing.Small };
    }

    private static ExecuteAction Stock(MeetingView meeting, string phrase, int index)
    {
        JsonObject data = CardParts.Data(meeting.ForumId, meeting.Id);
        data[Phrase] = index;
        return CardParts.Submit(phrase, AgendaVerbs.Decide, data, style: null);
    }

    private static IEnumerable<AgendaLine> Window(AgendaView view, AgendaLine current)
    {
        var first = Math.Clamp(current.Number - 10, 0, Math.Max(0, view.Lines.Count - MostChoices));
        return view.Lines.Skip(first).Take(MostChoices);
    }

    private static string Value(AgendaLine line) => $"{line.Id.Value:N}/{line.Version}";
}
