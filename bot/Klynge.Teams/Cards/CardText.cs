using System.Buffers;
using System.Text;

namespace Klynge.Teams.Cards;

/// <summary>Text that other people wrote, on its way into a card.</summary>
/// <remarks>
/// The readers of Markdown differ: the one on the desktop decodes character references, the ones on phones show them as typed
/// and know the backslash before <c>*</c> and <c>_</c> only. So emphasis gets a backslash, and everything else is parted by a
/// word joiner (U+2060), which has no width, is not read aloud and makes no line break.
/// </remarks>
public static class CardText
{
    /// <summary>A blank as wide as a line is high (U+2003), which no reader of Markdown takes for indented code.</summary>
    public const char IndentSpace = '\u2003';

    /// <summary>A space of no width (U+200B), at which a word may be broken.</summary>
    public const char BreakHere = '\u200B';

    private const char Joiner = '\u2060';

    /// <summary>So many letters fit on a line of the narrowest column that people write in: an item of the agenda at 320 px.</summary>
    private const int MaxRunLength = 24;

    private static readonly SearchValues<char> Special = SearchValues.Create(CreateSpecial());

    /// <summary>
    /// Makes a text safe for a <see cref="TextBlock"/>, a <see cref="Fact"/> or a message in Markdown: what looks like Markdown,
    /// HTML or a mention is shown as it was typed. Letters and emoji stay; a line break becomes the blank line that Markdown
    /// wants for one; control characters are dropped.
    /// </summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Special) && !StartsBlock(text))
            return text;

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.IsEmpty)
                continue;
            if (escaped.Length > 0)
                escaped.Append("\n\n");
            AppendLine(escaped, trimmed);
        }

        return escaped.ToString();
    }

    /// <summary>What moves a line of Markdown to the right, before its escaped text: entries of a list below another's.</summary>
    /// <param name="level">From 0, which is none.</param>
    public static string Indent(int level) => level == 0 ? string.Empty : Joiner + new string(IndentSpace, level);

    /// <summary>
    /// Lets a word be broken that is longer than a line of the narrowest phone, with spaces of no width (U+200B): for labels and text
    /// runs, which are no Markdown and which the renderer breaks at blanks only. A text block breaks wherever it must.
    /// </summary>
    public static string Breakable(string label)
    {
        var (broken, run) = (new StringBuilder(label.Length), 0);
        foreach (var rune in label.EnumerateRunes())
        {
            run = Rune.IsWhiteSpace(rune) ? 0 : run + 1;
            if (run > MaxRunLength)
            {
                broken.Append(BreakHere);
                run = 1;
            }

            broken.Append(rune);
        }

        return broken.Length == label.Length ? label : broken.ToString();
    }

    /// <summary>Whether two runs side by side make a word that is longer than a line of the narrowest phone.</summary>
    public static bool IsTooLong(string run, string next)
    {
        var end = run.Length - 1 - Math.Max(run.AsSpan().LastIndexOfAny(' ', '\n', BreakHere), -1);
        var start = next.AsSpan().IndexOfAny(' ', '\n', BreakHere) is >= 0 and var blank ? blank : next.Length;
        return end > 0 && start > 0 && end + start > MaxRunLength;
    }

    /// <summary>
    /// One line with some of its words in bold: <c>Status på handleplan</c> with 10 and 10 is <c>Status på **handleplan**</c>. The
    /// pieces between must not be escaped one by one, since what a sign means depends on its neighbours, a blank among them.
    /// </summary>
    /// <param name="line">Without line breaks and without blanks at its ends.</param>
    /// <param name="bold">Where words start and how long they are, in order and apart from each other.</param>
    public static string Embolden(string line, IEnumerable<(int Start, int Length)> bold)
    {
        var escaped = new StringBuilder(line.Length + 16);
        AppendLine(escaped, line, [.. bold.SelectMany(word => new[] { word.Start, word.Start + word.Length })]);
        return escaped.ToString();
    }

    /// <param name="marks">The places at which bold begins or ends, the end of the line among them.</param>
    private static void AppendLine(StringBuilder escaped, ReadOnlySpan<char> line, HashSet<int>? marks = null)
    {
        if (StartsBlock(line))
            escaped.Append(Joiner);

        for (var i = 0; i <= line.Length; i++)
        {
            if (marks?.Contains(i) == true)
                escaped.Append("**");
            if (i == line.Length)
                break;

            var (letter, next) = (line[i], i + 1 < line.Length ? line[i + 1] : '\0');
            if (char.IsControl(letter) && letter != '\t')
                continue;
            if (letter is '*' or '`' || (letter == '_' && !IsWithinWord(line, i)))
                escaped.Append('\\');
            escaped.Append(letter);
            if (MustBeParted(letter, next))
                escaped.Append(Joiner);
        }
    }

    /// <summary>A list, heading, quotation or rule begins so. Other blocks need a line right above, and there is none.</summary>
    private static bool StartsBlock(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty)
            return false;
        if (line[0] is '#' or '>' or ' ' or '\t')
            return true;
        if (line[0] is '-' or '+')
            return line.Length == 1 || line[1] is ' ' or '\t' or '-';

        var number = line.IndexOfAnyExceptInRange('0', '9');
        return number > 0
            && line[number] is '.' or ')'
            && (line.Length == number + 1 || line[number + 1] is ' ' or '\t');
    }

    private static bool IsWithinWord(ReadOnlySpan<char> line, int at) =>
        at > 0 && at + 1 < line.Length && char.IsLetterOrDigit(line[at - 1]) && char.IsLetterOrDigit(line[at + 1]);

    private static bool MustBeParted(char letter, char next) => (letter, next) switch
    {
        ('\\', _) => true,
        ('<', _) => char.IsAsciiLetter(next) || next is '/' or '!' or '?',
        ('&', _) => char.IsAsciiLetter(next) || next == '#',
        (']', '(' or '[' or ':') => true,
        ('~', '~') => true,
        _ => false,
    };

    private static string CreateSpecial()
    {
        var controls = Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21));
        return string.Concat(controls.Select(code => (char)code)) + "*_`\\<&]~\u2028\u2029";
    }
}
