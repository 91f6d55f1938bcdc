using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>A deadline that a document names, and the item it stands in.</summary>
/// <param name="Item">Null for the text before the first item.</param>
public sealed record DocumentDeadline(MinutesItem? Item, DeadlineFinding Finding)
{
    /// <summary>All deadlines of a document in its order, each sentence once per item.</summary>
    public static IReadOnlyList<DocumentDeadline> Of(MinutesDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return
        [
            .. In(null, document.Sections.Select(section => section.Text), document.Date),
            .. document.Items.SelectMany(item => In(item, TextsOf(item), document.Date)),
        ];
    }

    private static IEnumerable<DocumentDeadline> In(MinutesItem? item, IEnumerable<string> texts, LocalDate? date) =>
        texts.SelectMany(text => DeadlineFinder.Find(text, date)).Distinct().Select(finding => new DocumentDeadline(item, finding));

    private static IEnumerable<string> TextsOf(MinutesItem item) =>
        [.. item.Sections.Select(section => section.Text), .. item.Recommendations, item.Decision ?? string.Empty];
}
