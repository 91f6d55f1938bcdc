using System.Text;

namespace Klynge.Domain.Minutes;

/// <summary>
/// How running text is kept in one string: paragraphs are separated by an empty line, the entries of a list stand on lines of their own,
/// a soft line break is a single line feed. Writing and reading agree on it, so a text survives both unchanged.
/// </summary>
public static class MinutesText
{
    public const string Bullet = "- ";

    /// <summary>Two blanks for each level below the first.</summary>
    public const int Indent = 2;

    /// <summary>The blocks of a text: each is a paragraph (with its soft breaks) or one entry of a list.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var blocks = new List<string>();
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var current = new StringBuilder();
            foreach (var line in paragraph.Split('\n'))
            {
                if (IsListEntry(line))
                    Flush(blocks, current);

                current.Append(current.Length > 0 ? "\n" : "").Append(line);
            }

            Flush(blocks, current);
        }

        return blocks;
    }

    public static string Join(IEnumerable<string> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks.Where(block => !string.IsNullOrWhiteSpace(block)))
            text.Append(text.Length == 0 ? "" : IsListEntry(block) ? "\n" : "\n\n").Append(block);

        return text.ToString();
    }

    public static bool IsListEntry(string block) => IsBullet(block) || LabelLength(block) > 0;

    public static bool IsBullet(string block) => block.AsSpan().TrimStart(' ').StartsWith(Bullet, StringComparison.Ordinal);

    public static int LevelOf(string block) => (block.Length - block.AsSpan().TrimStart(' ').Length) / Indent;

    /// <summary>The length of the label of a numbered entry ("1. ", "12) ", "b) ") after its indentation; 0 where there is none.</summary>
    public static int LabelLength(string block)
    {
        var text = block.AsSpan().TrimStart(' ');
        var digits = 0;
        while (digits < text.Length && digits < 3 && char.IsAsciiDigit(text[digits]))
            digits++;

        var label = digits is 1 or 2 ? digits : IsLetterLabel(text) ? 1 : 0;
        return label > 0 && text.Length > label + 2 && text[label] is '.' or ')' && text[label + 1] == ' ' ? label + 2 : 0;
    }

    /// <summary>"b) …" or "b. …", but neither "f. eks." nor "d. 3. maj".</summary>
    private static bool IsLetterLabel(ReadOnlySpan<char> text) =>
        text.Length > 3 && char.IsAsciiLetterLower(text[0])
        && (text[1] == ')' || (text[1] == '.' && text[0] <= 'h' && text[2] == ' ' && char.IsLetter(text[3]) && !text[3..].StartsWith("eks")));

    private static void Flush(List<string> blocks, StringBuilder current)
    {
        if (current.Length > 0)
        {
            blocks.Add(current.ToString());
            current.Clear();
        }
    }
}
