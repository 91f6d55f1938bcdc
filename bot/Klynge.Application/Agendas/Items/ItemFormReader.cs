using System.Text.Json;
using Klynge.Domain.Agendas;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Items;

/// <summary>
/// Reads what came back from <see cref="ItemForm"/>. Nothing is trusted: the use case cleans it and holds it against the limits.
/// </summary>
internal static class ItemFormReader
{
    private const int NoNumber = -1;

    internal static AgendaItemContent Empty { get; } = new() { Title = string.Empty };

    /// <param name="before">What the form was filled with: the texts that it did not show stay.</param>
    internal static AgendaItemContent Read(ActionData data, AgendaItemContent before) => before with
    {
        Title = data.Text(ItemForm.Title) ?? string.Empty,
        Kind = data.Integer(ItemForm.Kind) is { } kind && Enum.IsDefined((AgendaItemKind)kind) ? (AgendaItemKind)kind : before.Kind,
        Presenter = data.Text(ItemForm.PresenterIs) ?? data.Text(ItemForm.Presenter),
        Minutes = MinutesOf(data),
        Sections = ItemForm.Holds(before.Sections) || data.Text(ItemForm.Headings) is not null ? SectionsOf(data, before.Sections) : before.Sections,
        Recommendations = ItemForm.Holds(before.Recommendations)
            ? RecommendationLines.Read(data.Text(ItemForm.Recommendations))
            : before.Recommendations,
        IsClosed = data.Flag(ItemForm.Closed) ?? before.IsClosed,
    };

    /// <summary>Who presents the item has been asked and answered.</summary>
    internal static bool PresenterIsMeant(ActionData data) => data.Text(ItemForm.PresenterIs) is not null;

    private static AgendaSection[] SectionsOf(ActionData data, IReadOnlyList<AgendaSection> before)
    {
        if (data.Text(ItemForm.Headings) is { } drawn)
            return ByHeading(data, drawn.Split('\n'), before);

        if (before.Count == 0)
            return data.Text($"{ItemForm.Section}0") is { } text ? [new AgendaSection(Texts.CaseLabel, text)] : [];

        return [.. before.Select((section, index) => section with { Text = data.Text($"{ItemForm.Section}{index}") ?? section.Text })];
    }

    /// <summary>Each field belongs to the section of its heading. One that was taken out meanwhile comes back where it stood, with what was typed.</summary>
    private static AgendaSection[] ByHeading(ActionData data, string[] drawn, IReadOnlyList<AgendaSection> before)
    {
        var sections = before.Select(section => (Section: section, IsAnswered: false)).ToList();
        for (var index = 0; index < Math.Min(drawn.Length, ItemForm.MaxSections + 1); index++)
        {
            if (data.Text($"{ItemForm.Section}{index}") is not { } text)
                continue;

            var heading = drawn[index].Length == 0 ? null : drawn[index];
            var at = sections.FindIndex(one => !one.IsAnswered && one.Section.Heading == heading);
            if (at >= 0)
                sections[at] = (sections[at].Section with { Text = text }, IsAnswered: true);
            else
                sections.Insert(Math.Min(index, sections.Count), (new AgendaSection(heading, text), IsAnswered: true));
        }

        return [.. sections.Select(one => one.Section)];
    }

    /// <summary>Nothing is no length; something that is no whole number is a length that the rules refuse.</summary>
    private static int? MinutesOf(ActionData data)
    {
        if (data.Integer(ItemForm.Minutes) is { } minutes)
            return minutes;

        var isNumber = data.Json.ValueKind == JsonValueKind.Object
            && data.Json.TryGetProperty(ItemForm.Minutes, out var value) && value.ValueKind == JsonValueKind.Number;
        return isNumber || !string.IsNullOrWhiteSpace(data.Text(ItemForm.Minutes)) ? NoNumber : null;
    }
}
