using System.Text.Json;
using Klynge.Domain.Agendas;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas;

/// <summary>
/// Reads what came back from <see cref="ItemForm"/>. Nothing is trusted: the use case cleans it and holds it against the limits.
/// </summary>
internal static class ItemFormReader
{
    private const int NoNumber = -1;

    /// <param name="before">What the form was filled with: the texts that it did not show stay.</param>
    internal static AgendaItemContent Read(ActionData data, AgendaItemContent before) => before with
    {
        Title = data.Text(ItemForm.Title) ?? string.Empty,
        Kind = data.Integer(ItemForm.Kind) is { } kind && Enum.IsDefined((AgendaItemKind)kind) ? (AgendaItemKind)kind : before.Kind,
        Presenter = data.Text(ItemForm.PresenterIs) ?? data.Text(ItemForm.Presenter),
        Minutes = MinutesOf(data),
        Sections = ItemForm.Holds(before.Sections) ? SectionsOf(data, before.Sections) : before.Sections,
        Recommendations = ItemForm.Holds(before.Recommendations)
            ? RecommendationLines.Read(data.Text(ItemForm.Recommendations))
            : before.Recommendations,
        IsClosed = data.Flag(ItemForm.Closed) ?? before.IsClosed,
    };

    /// <summary>Who presents the item has been asked and answered.</summary>
    internal static bool PresenterIsMeant(ActionData data) => data.Text(ItemForm.PresenterIs) is not null;

    internal static AgendaItemContent Empty { get; } = new() { Title = string.Empty };

    private static AgendaSection[] SectionsOf(ActionData data, IReadOnlyList<AgendaSection> before)
    {
        if (before.Count == 0)
        {
            return data.Text($"{ItemForm.Section}0") is { } text ? [new AgendaSection(Texts.CaseLabel, text)] : [];
        }

        return [.. before.Select((section, index) => section with { Text = data.Text($"{ItemForm.Section}{index}") ?? section.Text })];
    }

    /// <summary>Nothing is no length; something that is no whole number is a length that the rules refuse.</summary>
    private static int? MinutesOf(ActionData data)
    {
        if (data.Integer(ItemForm.Minutes) is { } minutes)
        {
            return minutes;
        }

        var isNumber = data.Json.ValueKind == JsonValueKind.Object
            && data.Json.TryGetProperty(ItemForm.Minutes, out var value) && value.ValueKind == JsonValueKind.Number;
        return isNumber || !string.IsNullOrWhiteSpace(data.Text(ItemForm.Minutes)) ? NoNumber : null;
    }
}
