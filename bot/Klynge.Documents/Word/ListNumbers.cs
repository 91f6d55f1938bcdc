using System.Globalization;

namespace Klynge.Documents.Word;

/// <summary>The lists of a document that start at a number of their own.</summary>
public sealed class ListNumbers
{
    /// <summary>"1.", "1)", "a.", "a)".</summary>
    public const int Formats = 4;

    private readonly List<ListNumber> _all = [];

    public IReadOnlyList<ListNumber> All => _all;

    /// <returns>The id that the list's paragraphs refer to.</returns>
    public int Add(int format, int level, int start)
    {
        _all.Add(new ListNumber(TemplatePart.FirstOwnList + _all.Count, format, level, start));
        return _all[^1].Id;
    }

    /// <summary>Which of the formats a typed label has, and its number; null for one that Word could not count to ("0.", "007.").</summary>
    internal static (int Format, int Number)? FormatOf(string label)
    {
        var end = label[^1] == ')' ? 1 : 0;
        var text = label.AsSpan(0, label.Length - 1);
        if (text.Length == 1 && text[0] is >= 'a' and <= 'z')
            return (2 + end, text[0] - 'a' + 1);

        return label[^1] is '.' or ')' && text.Length > 0 && text[0] != '0' && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (end, number)
            : null;
    }
}

/// <param name="Id">The id that paragraphs refer to.</param>
/// <param name="Format">The abstract list.</param>
/// <param name="Level">The level that is counted.</param>
/// <param name="Start">The first number.</param>
public readonly record struct ListNumber(int Id, int Format, int Level, int Start);
