using System.Text;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Search;

/// <summary>
/// What a person wants to find: words that must all be there, phrases in quotation marks, and the last word as the beginning of one, since
/// people type »ledels« and mean »ledelsesprogram«.
/// </summary>
public sealed class SearchQuery
{
    private const int MaxTerms = 12;

    private SearchQuery(IReadOnlyList<IReadOnlyList<string>> terms, bool lastIsPrefix) => (Terms, LastIsPrefix) = (terms, lastIsPrefix);

    /// <summary>Each a word or the words of a phrase, folded.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Terms { get; }

    public bool LastIsPrefix { get; }

    /// <summary>Null when there is no letter and no digit to search for.</summary>
    /// <param name="person">A name that must be there, too, word by word and together; null for none.</param>
    public static SearchQuery? Parse(string? text, string? person)
    {
        var query = Parse(text);
        return FoldedWord.Split(DanishText.Clean(person)).Select(word => word.Folded).ToList() is not { Count: > 0 } name ? query
            : query is null ? new SearchQuery([name], lastIsPrefix: false)
            : new SearchQuery([name, .. query.Terms.TakeLast(MaxTerms - 1)], query.LastIsPrefix);
    }

    /// <inheritdoc cref="Parse(string?, string?)"/>
    public static SearchQuery? Parse(string? text)
    {
        var terms = new List<IReadOnlyList<string>>();
        var lastIsPhrase = false;
        foreach (var (part, isQuoted) in Parts(DanishText.Clean(text)))
        {
            var words = FoldedWord.Split(part).Select(word => word.Folded).ToList();
            if (words.Count == 0)
                continue;
            lastIsPhrase = isQuoted;
            if (isQuoted)
                terms.Add(words);
            else
                terms.AddRange(words.Select(word => (IReadOnlyList<string>)[word]));
        }

        return terms.Count == 0 ? null : new SearchQuery([.. terms.TakeLast(MaxTerms)], !lastIsPhrase);
    }

    /// <summary>Whether a folded word of a text is one that was searched for.</summary>
    public bool Hits(string folded) =>
        Terms.Any(term => term.Contains(folded, StringComparer.Ordinal)) || (LastIsPrefix && folded.StartsWith(Terms[^1][^1], StringComparison.Ordinal));

    /// <summary>
    /// The query in the language of FTS5. Every word stands in quotation marks and consists of letters and digits only, so nothing that a
    /// person writes is read as an operator.
    /// </summary>
    public override string ToString()
    {
        var query = new StringBuilder();
        foreach (var term in Terms)
            query.Append(query.Length > 0 ? " " : "").Append('"').AppendJoin(' ', term).Append('"');

        return query.Append(LastIsPrefix ? " *" : "").ToString();
    }

    private static IEnumerable<(string Part, bool IsQuoted)> Parts(string text)
    {
        var start = 0;
        var isQuoted = false;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && text[index] is not ('"' or '»' or '«' or '”' or '“' or '„'))
                continue;
            yield return (text[start..index], isQuoted && index < text.Length);
            (start, isQuoted) = (index + 1, !isQuoted);
        }
    }
}

/// <summary>A word of a text, where it stands, and how it is searched for.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">In characters.</param>
/// <param name="Folded">By <see cref="DanishText.Fold"/>.</param>
internal readonly record struct FoldedWord(int Start, int Length, string Folded)
{
    /// <summary>Cuts a text into words of letters and digits, as the index's own tokenizer does.</summary>
    internal static IEnumerable<FoldedWord> Split(string text)
    {
        var start = -1;
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsPart(rune))
            {
                start = start < 0 ? index : start;
            }
            else if (start >= 0)
            {
                yield return Make(text, start, index);
                start = -1;
            }

            index += rune.Utf16SequenceLength;
        }

        if (start >= 0)
            yield return Make(text, start, text.Length);
    }

    private static FoldedWord Make(string text, int start, int end) => new(start, end - start, DanishText.Fold(text[start..end]));

    // A combining mark belongs to the letter before it.
    private static bool IsPart(Rune rune) =>
        Rune.IsLetter(rune) || Rune.IsNumber(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
