using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Routing;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.WrittenProcedures.Drafting;

/// <summary>What stands in the form of a case, as it was typed: it is given back word for word when something is wrong with it.</summary>
/// <param name="Recommendations">One line each.</param>
/// <param name="Attachments">One line each: a name, and a link where there is one.</param>
/// <param name="Date">The deadline's date as <c>yyyy-MM-dd</c>.</param>
/// <param name="Time">The deadline's time as <c>HH:mm</c>.</param>
public sealed record ProcedureForm(
    string Title, string Summary, string Presentation, string Recommendations, string Attachments, string Date, string Time)
{
    internal const string TitleField = "title";
    internal const string SummaryField = "summary";
    internal const string PresentationField = "presentation";
    internal const string RecommendationsField = "recommendations";
    internal const string AttachmentsField = "attachments";
    internal const string DateField = "date";
    internal const string TimeField = "time";

    internal const string ReasonField = "reason";
    internal const string ClosedField = "closed";

    /// <summary>»Lukket sag« is ticked; null on a card from before there was such a box: the case stays as it is.</summary>
    public bool? IsClosed { get; init; }

    /// <summary>What was changed, in the form for an open case.</summary>
    public string Reason { get; init; } = string.Empty;

    internal static LocalTimePattern TimePattern { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>What was typed into the card's inputs.</summary>
    public static ProcedureForm Typed(ActionData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new(
            data.Text(TitleField) ?? string.Empty,
            data.Text(SummaryField) ?? string.Empty,
            data.Text(PresentationField) ?? string.Empty,
            data.Text(RecommendationsField) ?? string.Empty,
            data.Text(AttachmentsField) ?? string.Empty,
            data.Text(DateField) ?? string.Empty,
            data.Text(TimeField) ?? string.Empty)
        {
            Reason = data.Text(ReasonField) ?? string.Empty,
            IsClosed = data.Flag(ClosedField),
        };
    }

    /// <summary>An empty form with the deadline that the forum's rules propose.</summary>
    public static ProcedureForm Empty(Forum forum, string? title, LocalDate today)
    {
        var (date, time) = Split(OpeningRules.ProposedDeadline(forum, today));
        return new(title ?? string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, date, time);
    }

    /// <summary>Filled in from an item that is to be treated in writing.</summary>
    public static ProcedureForm Of(AgendaItem item, Forum forum, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(item);
        var content = item.Content;
        var summary = content.Sections.FirstOrDefault(section => IsSummary(section) && section.Text.Length <= CaseText.MaxSummaryLength);
        var sections = content.Sections.Where(section => section != summary).ToList();
        return Empty(forum, content.Title, today) with
        {
            Summary = summary?.Text ?? string.Empty,
            Presentation = CaseSections.Join(sections, Texts.PresentationHeading),
            Recommendations = string.Join('\n', content.Recommendations),
            Attachments = string.Join('\n', content.Attachments.Select(attachment => Line(attachment.Name, attachment.Url))),
            IsClosed = content.IsClosed,
        };
    }

    /// <summary>A draft, to be corrected; or an open case, to be changed.</summary>
    public static ProcedureForm Of(CaseText text, Instant deadline)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (date, time) = Split(DanishTime.ToDanish(deadline));
        return new(
            text.Title,
            text.Summary ?? string.Empty,
            text.Presentation,
            string.Join('\n', text.Recommendations),
            string.Join('\n', text.Attachments.Select(attachment => Line(attachment.Name, attachment.Url))),
            date,
            time)
        {
            IsClosed = text.IsClosed,
        };
    }

    private static bool IsSummary(AgendaSection section) => Texts.SummaryHeading.Equals(section.Heading, StringComparison.OrdinalIgnoreCase);

    private static string Line(string name, string? url) => url is null ? name : $"{name} {url}";

    private static (string Date, string Time) Split(LocalDateTime moment) =>
        (LocalDatePattern.Iso.Format(moment.Date), TimePattern.Format(moment.TimeOfDay));
}
