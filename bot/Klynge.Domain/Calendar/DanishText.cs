using System.Text;
using Klynge.Domain.Common;

namespace Klynge.Domain.Calendar;

/// <summary>Comparing, searching and cleaning text by Danish rules, the same on every machine.</summary>
public static class DanishText
{
    /// <summary>Sorts as <see cref="Compare"/> does.</summary>
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create(Compare);

    /// <summary>
    /// Danish alphabetical order without regard to case or accents: æ, ø and å last, aa as å, ä and ö as æ and ø. 0 therefore means
    /// "stand in the same place", not "are equal": Aagaard and Ågård do.
    /// </summary>
    public static int Compare(string? left, string? right) =>
        string.CompareOrdinal(Folding.SortKey(left ?? ""), Folding.SortKey(right ?? ""));

    /// <summary>
    /// The form in which texts are searched and names are matched: lower case, æ→ae, ø→oe, å→aa, accents dropped, blanks folded to one
    /// and trimmed. Sundhedsråd, SUNDHEDSRAAD and sundhedsraad fold alike.
    /// </summary>
    public static string Fold(string? text) => Folding.Fold(text ?? "");

    /// <summary>
    /// Text from outside made fit for one line of a card, a document and a log-free database: composed (NFC), without control
    /// characters, lone surrogates, noncharacters and direction overrides (which can make a sentence read backwards), every run of
    /// blanks and line breaks one space, trimmed. Markup is left alone: escaping is the concern of what writes it.
    /// </summary>
    public static string Clean(string? text) => TextCleaner.OneLine(text ?? "");

    /// <summary>
    /// As <see cref="Clean(string?)"/>, but line breaks stay (as LF), with at most one empty line in a row, and so do the tabs and the
    /// indentation by which lists and tables are known; a margin that all lines share goes.
    /// </summary>
    public static string CleanLines(string? text) => TextCleaner.Lines(text ?? "");

    /// <returns>The cleaned text, or <see cref="TextMissing"/> or <see cref="TextTooLong"/>.</returns>
    public static Result<string> Clean(string? text, TextLimit limit)
    {
        var clean = limit.Multiline ? CleanLines(text) : Clean(text);
        if (clean.Length > limit.MaxLength)
            return new TextTooLong(limit.What, clean.Length, limit.MaxLength);
        if (clean.Length == 0 && !limit.Optional)
            return new TextMissing(limit.What);
        return clean;
    }

    /// <summary>
    /// How many letters must be added, left out, exchanged or swapped with their neighbour to make one folded text of the other
    /// (Damerau–Levenshtein, optimal string alignment). Quadratic: for words, not for documents.
    /// </summary>
    public static int Distance(string? left, string? right) => EditDistance.Between(Fold(left), Fold(right));

    /// <summary>The first characters of a text with "…" when something was cut, never through the middle of a surrogate pair.</summary>
    /// <param name="maxLength">At least 1, the "…" included.</param>
    public static string Shorten(string text, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        if (text.Length <= maxLength)
            return text;

        var end = maxLength - 1;
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
            end--;
        return new StringBuilder(text, 0, end, maxLength).Append('…').ToString();
    }
}
