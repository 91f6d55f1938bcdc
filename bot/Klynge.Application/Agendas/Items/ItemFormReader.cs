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

    /// <summary>A new item, whose kind is read from what it recommends unless somebody says.</summary>
    internal static AgendaItemContent Empty { get; } = new() { Title = string.Empty, Kind = AgendaItemKind.ByRecommendation };

    /// <param name="before">What the form was filled with: the texts that it did not show stay.</param>
    internal static AgendaItemContent Read(ActionData data, AgendaItemContent before) => WithKind(before with
    {
        Title = data.Text(ItemForm.Title) ?? string.Empty,
        Kind = data.Integer(ItemForm.Kind) is { } kind && Enum.IsDefined((AgendaItemKind)kind) ? (AgendaItemKind)kind : before.Kind,
        Presenter = data.Text(ItemForm.PresenterIs) ?? data.Text(ItemForm.Presenter),
        Minutes = MinutesOf(data),
        Sections = ItemForm.Holds(before.Sections) || HeadingsOf(data) is not null ? SectionsOf(data, before) : before.Sections,
        Recommendations = ItemForm.Holds(before.Recommendations)
            ? RecommendationLines.Read(data.Text(ItemForm.Recommendations))
            : before.Recommendations,
        LateReason = data.Text(ItemForm.LateReason) ?? before.LateReason,
        CaseNumber = data.Text(ItemForm.CaseNumber) ?? before.CaseNumber,
        MayBeDropped = data.Flag(ItemForm.MayBeDropped) ?? before.MayBeDropped,
        IsClosed = data.Flag(ItemForm.Closed) ?? before.IsClosed,
        ClosedBecause = data.Text(ItemForm.ClosedBecause) ?? before.ClosedBecause,
    });

    /// <summary>Who presents the item has been asked and answered.</summary>
    internal static bool PresenterIsMeant(ActionData data) => data.Text(ItemForm.PresenterIs) is not null;

    /// <summary>An item that recommends nothing is talked about.</summary>
    private static AgendaItemContent WithKind(AgendaItemContent content) =>
        content.Kind != AgendaItemKind.ByRecommendation ? content
        : content.Recommendations.Count == 0 ? content with { Kind = AgendaItemKind.Discussion }
        : content with { Kind = RecommendedKind.Of(content.Recommendations) ?? AgendaItemKind.ByRecommendation };

    private static IReadOnlyList<AgendaSection> SectionsOf(ActionData data, AgendaItemContent before)
    {
        var body = RecommendationLead.Without(before);
        var lead = data.Text(ItemForm.Lead) ?? RecommendationLead.Of(before);
        return RecommendationLead.Set(before with { Sections = ByHeading(data, HeadingsOf(data) ?? Usual(data, body), body) }, lead).Sections;
    }

    /// <summary>For a form that names no headings: those of the item, and none for a text beyond them.</summary>
    private static string?[] Usual(ActionData data, IReadOnlyList<AgendaSection> body)
    {
        string?[] known = body.Count == 0 ? [Texts.CaseLabel] : [.. body.Select(section => section.Heading)];
        var last = Enumerable.Range(0, ItemForm.MaxFields).LastOrDefault(index => data.Text($"{ItemForm.Section}{index}") is not null);
        return [.. known, .. Enumerable.Repeat<string?>(null, Math.Max(0, last + 1 - known.Length))];
    }

    /// <summary>
    /// Each field belongs to the section of its heading: one that comes or goes while somebody writes moves nobody's words below another's
    /// name. One that was taken out meanwhile comes back where it stood, with what was typed.
    /// </summary>
    private static AgendaSection[] ByHeading(ActionData data, string?[] drawn, IReadOnlyList<AgendaSection> before)
    {
        var sections = before.Select(section => (Section: section, IsAnswered: false)).ToList();
        for (var index = 0; index < drawn.Length; index++)
        {
            if (data.Text($"{ItemForm.Section}{index}") is not { } text)
                continue;

            var at = sections.FindIndex(one => !one.IsAnswered && one.Section.Heading == drawn[index]);
            if (at >= 0)
                sections[at] = (sections[at].Section with { Text = text }, IsAnswered: true);
            else if (text.Length > 0)
                sections.Insert(Math.Min(index, sections.Count), (new AgendaSection(drawn[index], text), IsAnswered: true));
        }

        return [.. sections.Select(one => one.Section)];
    }

    private static string?[]? HeadingsOf(ActionData data) =>
        data.Json.ValueKind == JsonValueKind.Object && data.Json.TryGetProperty(ItemForm.Headings, out var list) && list.ValueKind == JsonValueKind.Array
        && list.GetArrayLength() <= ItemForm.MaxFields && list.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(one => one.GetString() is { Length: > 0 } heading ? heading : null)]
            : null;

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
