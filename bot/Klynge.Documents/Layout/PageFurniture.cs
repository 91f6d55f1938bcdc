using System.Text.RegularExpressions;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;

namespace Klynge.Documents.Layout;

/// <summary>Removes what belongs to the page and not to the text: page numbers, running heads, the table of contents.</summary>
internal static partial class PageFurniture
{
    private const int MaxRunningHeadLength = 160;
    private const int LastLineOfTitle = 30;
    private const int LastLineOfNumberedTitle = 8;

    /// <summary>Removed lines leave an empty line that may be healed over, which <see cref="Gap"/> marks; page breaks go too.</summary>
    public const string Gap = "\f";

    /// <param name="contents">What the table of contents lists, without its page numbers: it knows where the items begin.</param>
    public static List<SourceLine> Remove(IReadOnlyList<SourceLine> source, out IReadOnlyList<string> contents)
    {
        var lines = SplitAtPageBreaks(source);
        var removed = new bool[lines.Count];
        var entries = new List<string>();
        MarkPageNumbers(lines, removed);
        MarkRunningHeads(lines, removed);
        MarkLinksOfThePage(lines, removed);
        MarkContents(lines, removed, entries);
        contents = entries;
        return [.. lines.Select((line, at) => removed[at] ? line with { Text = Gap } : line)];
    }

    private static List<SourceLine> SplitAtPageBreaks(IReadOnlyList<SourceLine> source)
    {
        var lines = new List<SourceLine>(source.Count);
        for (var number = 0; number < source.Count; number++)
        {
            var line = source[number] with { Number = number + 1 };
            var bold = line.Text.Length < 300 && BoldLine().IsMatch(line.Text);
            var parts = line.Text.Split('\f');
            for (var at = 0; at < parts.Length; at++)
            {
                if (at > 0)
                    lines.Add(new SourceLine(Gap));

                lines.Add(WithCells(WithMarkdown(line with { Text = CharacterCleaner.Clean(parts[at]), IsBold = line.IsBold || bold })));
            }
        }

        return lines;
    }

    /// <summary>"| Navn | Organisation |" is a row of a table, "|---|---|" the line below its head.</summary>
    private static SourceLine WithCells(SourceLine line)
    {
        var text = line.Text.Trim();
        if (text.Length is < 3 or > 2000 || text[0] != '|' || text[^1] != '|')
            return line;

        var cells = text[1..^1].Split('|', StringSplitOptions.TrimEntries);
        return Array.TrueForAll(cells, cell => cell.Trim('-', ':', ' ').Length == 0) ? line with { Text = "" } : line with { Text = string.Join('\t', cells), IsTableRow = cells.Length > 1 };
    }

    /// <summary>Some exports mark headings as Markdown does.</summary>
    private static SourceLine WithMarkdown(SourceLine line)
    {
        var hashes = line.Text.Length < 400 ? Hashes().Match(line.Text) : Match.Empty;
        return hashes.Success ? line with { Text = line.Text[hashes.Length..], HeadingLevel = hashes.Groups["level"].Length } : line;
    }

    // "Side 3 af 12", "- 3 -"; "3" alone where "4" stands alone further down.
    private static void MarkPageNumbers(List<SourceLine> lines, bool[] removed)
    {
        var alone = new List<int>();
        for (var at = 0; at < lines.Count; at++)
        {
            var text = lines[at].Text.Trim();
            removed[at] = text.Length is > 0 and < 40 && PageNumber().IsMatch(text);
            if (text.Length is > 0 and < 4 && text.All(char.IsAsciiDigit) && !lines[at].IsTableRow)
                alone.Add(at);
        }

        // A number alone is a page number when the next one follows it, or when the page ends there.
        for (var at = 0; at < alone.Count; at++)
        {
            var number = Value(lines[alone[at]]);
            removed[alone[at]] |= (at > 0 && Value(lines[alone[at - 1]]) == number - 1)
                || (at + 1 < alone.Count && Value(lines[alone[at + 1]]) == number + 1)
                || IsAtPageEdge(lines, alone[at]);
        }
    }

    private static int Value(SourceLine line) => int.Parse(line.Text.AsSpan().Trim(), System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsAtPageEdge(List<SourceLine> lines, int at)
    {
        var next = at + 1;
        while (next < lines.Count && lines[next].IsBlank && lines[next].Text != Gap)
            next++;

        return next < lines.Count && lines[next].Text == Gap;
    }

    // "Referat Chefforum 4. marts 2025 | Side 2", then the same with "Side 3"; the first may be the title.
    private static void MarkRunningHeads(List<SourceLine> lines, bool[] removed)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var edges = Edges(lines, removed);
        for (var at = 0; at < lines.Count; at++)
        {
            var text = lines[at].Text.Trim();
            if (removed[at] || text.Length is 0 or > MaxRunningHeadLength || lines[at].IsTableRow || lines[at].HeadingLevel > 0)
                continue;

            var key = TrailingPageNumber().Replace(text, "");
            var numbered = key.Length < text.Length;
            if (!numbered && !(edges.Contains(at) && !Vocabulary.IsLabel(text)) && !DatedTitle().IsMatch(text))
                continue;

            if (seen.TryGetValue(key, out var first))
            {
                // The first one may be the title itself.
                removed[at] = !text.EndsWith('.') || numbered;
                removed[first] |= removed[at] && first > (numbered ? LastLineOfNumberedTitle : LastLineOfTitle);
            }
            else
            {
                seen[key] = at;
                removed[at] = numbered && PageWord().IsMatch(text);
            }
        }
    }

    /// <summary>The lines next to a page break or to a page number.</summary>
    private static HashSet<int> Edges(List<SourceLine> lines, bool[] removed)
    {
        var edges = new HashSet<int>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (removed[at] || lines[at].Text == Gap)
            {
                AddNearest(at, -1);
                AddNearest(at, 1);
            }
        }

        return edges;

        void AddNearest(int from, int step)
        {
            var found = 0;
            for (var at = from + step; at >= 0 && at < lines.Count && found < 2 && Math.Abs(at - from) < 8; at += step)
            {
                if (!lines[at].IsBlank && !removed[at])
                {
                    edges.Add(at);
                    found++;
                }
            }
        }
    }

    /// <summary>What a saved page of the agenda system links to, under every item: "Til toppen".</summary>
    private static void MarkLinksOfThePage(List<SourceLine> lines, bool[] removed)
    {
        for (var at = 0; at < lines.Count; at++)
            removed[at] |= lines[at].Text.Length < 40 && PageLink().IsMatch(lines[at].Text.Trim());
    }

    // "Indhold", then "1. Velkomst ........ 2": the entries are kept, since they know where the items begin.
    private static void MarkContents(List<SourceLine> lines, bool[] removed, List<string> entries)
    {
        var inContents = false;
        for (var at = 0; at < lines.Count; at++)
        {
            var text = lines[at].Text.Trim();
            if (text.Length == 0 || removed[at])
                continue;

            if (ContentsHeading().IsMatch(text) && FollowedByEntry(lines, at))
            {
                (removed[at], inContents) = (true, true);
            }
            else if (text.Length < 400 && (Leaders().IsMatch(text) || (inContents && EndsInNumber().IsMatch(text))))
            {
                removed[at] = true;
                entries.Add(EntryEnd().Replace(text, ""));
            }
            else
            {
                inContents = false;
            }
        }
    }

    // "Dagsorden" may be a heading, too: "1. Velkomst ........ 2" below it makes it a table of contents.
    private static bool FollowedByEntry(List<SourceLine> lines, int at) =>
        lines.Skip(at + 1).Take(6).Any(line => line.Text.Length < 400 && (Leaders().IsMatch(line.Text.Trim()) || EndsInNumber().IsMatch(line.Text.Trim())));
}

internal static partial class PageFurniture
{
    [GeneratedRegex(@"^\s{0,3}(?<level>#{1,6})\s+(?=\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hashes();

    [GeneratedRegex(@"^\s*(\*\*[^*]+\*\*|__[^_]+__)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BoldLine();

    [GeneratedRegex(@"^(side|page|s\.)\s*:?\s*\d{1,4}(\s*(af|/|of)\s*\d{1,4})?\.?$|^\d{1,4}\s*(af|/)\s*\d{1,4}$|^[-–—]\s*\d{1,4}\s*[-–—]$|^\[\d{1,4}\]$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"(\s*[|–-]\s*|\s+)(side|s\.)\s*\d{1,4}(\s*(af|/)\s*\d{1,4})?$|\s{2,}\d{1,3}$|\t\d{1,3}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TrailingPageNumber();

    [GeneratedRegex(@"\bside\s*\d{1,4}\s*(af|/)\s*\d{1,4}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageWord();

    [GeneratedRegex(@"^(referat|dagsorden|mødereferat)\b.{3,120}\d{4}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DatedTitle();

    [GeneratedRegex(@"^(indholdsfortegnelse|indhold|dagsorden|dagsordenspunkter|punkter|oversigt|punktoversigt|indholdsoversigt)\s*:?(\s+side)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ContentsHeading();

    [GeneratedRegex(@"^(gå )?(til|tilbage til) (toppen|top|indholdsfortegnelsen|indhold)$|^(udskriv|print|del|luk) (siden|side)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageLink();

    [GeneratedRegex(@"\s*(\.{4,}|…{2,}|(\. ){3,}\.?|_{4,})?\s*\d{1,4}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EntryEnd();

    [GeneratedRegex(@"\S\s*(\.{4,}|…{2,}|(\. ){3,}\.?|_{4,})\s*\d{1,4}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leaders();

    [GeneratedRegex(@"^.*\p{L}.*?(\t|\s{2,}|\s)\d{1,3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndsInNumber();
}
