using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Meetings;

/// <summary>The pieces that the cards of meetings and agendas have in common.</summary>
internal static class CardParts
{
    internal const string Page = "page";
    internal const string Version = "version";

    internal static JsonObject Data(ForumId forum, MeetingId meeting) =>
        new JsonObject().With(CardIds.Forum, forum).With(CardIds.Meeting, meeting);

    internal static JsonObject Data(ForumId forum, MeetingId meeting, AgendaItemId item) => Data(forum, meeting).With(CardIds.Item, item);

    internal static ExecuteAction Button(string title, ButtonRight verb, JsonObject data, bool secondary = false) =>
        new(title, verb) { Data = data, Mode = secondary ? ActionMode.Secondary : null, AssociatedInputs = AssociatedInputs.None };

    internal static ExecuteAction Submit(string title, ButtonRight verb, JsonObject data, ActionStyle? style = ActionStyle.Positive) =>
        new(title, verb) { Data = data, Style = style };

    internal static ExecuteAction ToAgenda(ForumId forum, MeetingId meeting) =>
        Button(Texts.ToAgenda, AgendaVerbs.Show, Data(forum, meeting));

    /// <summary>Out of a form with something to type in: whoever presses it knows that what was typed is not saved.</summary>
    internal static ExecuteAction Back(ButtonRight verb, JsonObject data) => Button(Texts.BackUnsaved, verb, data);

    internal static ExecuteAction BackToAgenda(ForumId forum, MeetingId meeting) => Back(AgendaVerbs.Show, Data(forum, meeting));

    /// <summary>Buttons in lines that are readable at 320 px.</summary>
    internal static IEnumerable<CardElement> Lines(IEnumerable<CardAction> buttons) => ButtonLines.Of(buttons);

    /// <summary>What a screen reader says: a text of people without what could be read as markup of speech.</summary>
    internal static string Spoken(string text) => text.Replace('<', ' ').Replace('>', ' ').Replace('&', ' ');

    /// <summary>The first line of a card: which forum, of which board.</summary>
    internal static TextBlock ForumLine(string forum, string board) =>
        new(CardText.Escape($"{forum} · {board}")) { Size = TextSize.Small, IsSubtle = true };

    /// <summary>What the card wants, as a heading. The text is escaped here.</summary>
    internal static TextBlock Heading(string text) =>
        new(CardText.Escape(text))
        {
            Weight = TextWeight.Bolder,
            Size = TextSize.Large,
            Style = TextBlockStyle.Heading,
            Spacing = Spacing.Small,
        };

    /// <summary>A line of plain text. It is escaped here.</summary>
    internal static TextBlock Line(string text) => new(CardText.Escape(text)) { Spacing = Spacing.Small };

    internal static TextBlock Subtle(string text) =>
        new(CardText.Escape(text)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small };

    /// <summary>A line that asks for attention. It is escaped here.</summary>
    internal static TextBlock Caution(string text) => new(CardText.Escape(text)) { Color = TextColor.Warning, Spacing = Spacing.Small };

    internal static Container Warning(IEnumerable<string> lines) =>
        new([.. lines.Select(text => new TextBlock(CardText.Escape(text)))]) { Style = ContainerStyle.Warning, Spacing = Spacing.Medium };

    internal static string When(MeetingTime time) => DanishFormat.Meeting(time.Date, time.Start, time.End);

    /// <summary>By whom and when: »Signe Dahl kl. 09.14«, on a later day »Signe Dahl 28. nov. kl. 09.14«.</summary>
    internal static string By(string name, Instant at, LocalDate today)
    {
        var moment = DanishTime.ToDanish(at);
        return moment.Date == today
            ? $"{name} kl. {DanishFormat.Time(moment.TimeOfDay)}"
            : $"{name} {DanishFormat.ShortDate(moment.Date, today)} kl. {DanishFormat.Time(moment.TimeOfDay)}";
    }

    /// <summary>The state of a meeting: a word and a colour.</summary>
    internal static (string Word, TextColor Color) Badge(MeetingStatus status) => status switch
    {
        MeetingStatus.Planned => ("Planlagt", TextColor.Accent),
        MeetingStatus.AgendaSent => ("Udsendt", TextColor.Good),
        MeetingStatus.InProgress => ("I gang", TextColor.Warning),
        MeetingStatus.Held => ("Afholdt", TextColor.Default),
        MeetingStatus.Cancelled => ("Aflyst", TextColor.Attention),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>A small card: heading, lines, buttons. All texts are plain and escaped here.</summary>
    internal static AdaptiveCard Note(
        MeetingView meeting,
        string heading,
        IEnumerable<string> lines,
        IReadOnlyList<string> warnings,
        params IReadOnlyList<CardAction> actions) =>
        new AdaptiveCard
        {
            Speak = Spoken($"{meeting.Forum}: {heading}"),
            FallbackText = $"{meeting.Forum}: {heading}",
            Body =
            [
                ForumLine(meeting.Forum, meeting.Board),
                Heading(heading),
                .. lines.Select(Line),
                .. warnings.Count > 0 ? [Warning(warnings)] : Array.Empty<CardElement>(),
            ],
            Actions = actions.Count > 0 ? actions : null,
        }.WithButtonsInLines();
}
