using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Minutes;

/// <summary>
/// An item of imported minutes as an item of an agenda. The same document always gives the same item, which is how a later change is
/// noticed; what has no place here (a very long title, a printed number) stays in the stored document.
/// </summary>
internal static class ImportedItem
{
    internal static AgendaItemContent ContentOf(MinutesItem item) => new()
    {
        Title = DanishText.Shorten(item.Title, AgendaItemRules.LongestTitle),
        Kind = KindOf(item),
        Presenter = item.Presenter,
        Minutes = item.Minutes is >= 1 and <= AgendaItemRules.LongestMinutes ? item.Minutes : null,
        Sections = [.. item.Sections.Select(section => new AgendaSection(section.Heading, section.Text))],
        Recommendations = item.Recommendations,
        Attachments = [.. item.Attachments.Select(name => new AgendaAttachment(name))],
        IsClosed = item.IsClosed,
    };

    internal static MinutesItem ToMinutes(AgendaItem item) => new()
    {
        Number = item.Number,
        Title = item.Content.Title,
        Presenter = item.Content.Presenter,
        Slot = item.SlotStart is { } start ? new MinutesSlot(start, item.SlotEnd) : null,
        Minutes = item.Content.Minutes,
        IsClosed = item.Content.IsClosed,
        Sections = [.. item.Content.Sections.Select(section => new MinutesSection(section.Heading, section.Text))],
        Recommendations = item.Content.Recommendations,
        Attachments = [.. item.Content.Attachments.Select(attachment => attachment.Name)],
        Decision = item.Decision,
    };

    /// <summary>Whether the items of an agenda are exactly those of a document, none added, changed or taken away.</summary>
    internal static bool AreSame(IReadOnlyList<AgendaItem> items, IReadOnlyList<MinutesItem> imported) =>
        items.Count == imported.Count
        && items.Zip(imported).All(pair => KeyOf(ToMinutes(pair.First)) == KeyOf(pair.Second));

    /// <summary>Equal for an imported item and for the agenda's item that was made of it.</summary>
    internal static string KeyOf(MinutesItem item)
    {
        var content = ContentOf(item);
        var stored = item with
        {
            Number = null,
            Title = content.Title,
            Minutes = content.Minutes,
            Decision = string.IsNullOrWhiteSpace(item.Decision) ? null : item.Decision,
        };
        return ImportedDocument.HashOf(new MinutesDocument { Items = [stored] });
    }

    // The forum is asked to decide where the recommendation says so; "til efterretning" is for information whatever else it says.
    private static AgendaItemKind KindOf(MinutesItem item)
    {
        var asked = DanishText.Fold(string.Join(' ', item.Recommendations));
        if (asked.Contains("efterretning", StringComparison.Ordinal) || DanishText.Fold(item.Title).StartsWith("orientering", StringComparison.Ordinal))
            return AgendaItemKind.Information;
        return asked.Contains("godkend", StringComparison.Ordinal)
            || asked.Contains("beslutte", StringComparison.Ordinal)
            || asked.Contains("tiltraede", StringComparison.Ordinal)
            ? AgendaItemKind.Decision
            : AgendaItemKind.Discussion;
    }
}
