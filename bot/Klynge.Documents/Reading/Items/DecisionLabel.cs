using System.Collections.Frozen;
using Klynge.Documents.Layout;
using Klynge.Documents.Reading.Heads;
using NodaTime;

namespace Klynge.Documents.Reading.Items;

/// <summary>
/// What a label above a decision says of whose it is. A case that travels brings the decisions of the bodies before along: "Beslutning i
/// Økonomiudvalget den 3. maj" in the minutes of another day is the history of the case and not what this meeting decided.
/// </summary>
internal sealed class DecisionLabel(string? forum, LocalDate? date)
{
    /// <summary>"Referat af punktet", "Drøftelse og beslutning", "Beslutning på mødet": words that say nothing of their own.</summary>
    private static readonly FrozenSet<string> Stock = FrozenSet.Create(
        StringComparer.Ordinal, "punkt", "punktet", "sagen", "møde", "mødet", "referat", "beslutning", "blev");

    private readonly HashSet<string> _known = [.. Words($"{forum}")];

    public bool IsOfAnotherMeeting(string heading)
    {
        if (DanishDate.Find(heading)?.Resolve([]) is { } printed && date is { } day)
            return printed != day;

        return false;
    }

    /// <summary>"Beslutning i Chefforum den 4. marts 2025" says no more than "Beslutning"; other words are kept with the decision.</summary>
    public bool SaysMore(string heading) => Words(HeadTime.WithoutDate(heading)).Skip(1).Any(word => !_known.Contains(word) && word.Length > 3 && !IsStock(word));

    private static bool IsStock(string word) => Stock.Contains(word) || word.EndsWith("dag", StringComparison.Ordinal);

    private static IEnumerable<string> Words(string text) =>
        Vocabulary.Fold(CharacterCleaner.Collapse(text)).Split([' ', ',', '.', '-', '–', ':', '/'], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetter(word[0]));
}
