using System.Text;
using Klynge.Domain.Common;
using UglyToad.PdfPig;
using PdfWord = UglyToad.PdfPig.Content.Word;

namespace Klynge.Documents.Files;

/// <summary>
/// The text of a PDF as the lines of its pages, columns one after the other. Running heads, page numbers and words that the page broke are left to
/// the layout, which mends them in any text that comes off a page; a form feed marks where one page ends.
/// </summary>
internal static class PdfReader
{
    private const int MaxPages = 400;
    private const int MaxWords = 400_000;

    public static Result<MinutesSource> Read(byte[] bytes, string name)
    {
        try
        {
            using var file = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            var lines = Lines(file);
            return lines.TrueForAll(line => line.IsBlank) ? new MinutesPdfWithoutText(name) : new MinutesSource(name, lines);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // A damaged file makes the library throw whatever its place in it throws: that is no fault of ours, and no more than a damaged file.
            return new MinutesPdfDamaged(name);
        }
    }

    private static List<SourceLine> Lines(PdfDocument file)
    {
        var lines = new List<SourceLine>();
        var words = 0;
        for (var number = 1; number <= Math.Min(file.NumberOfPages, MaxPages) && words < MaxWords; number++)
        {
            var page = file.GetPage(number).GetWords().Where(word => word.Text.Trim().Length > 0).ToList();
            words += page.Count;
            if (number > 1)
                lines.Add(new SourceLine("\f"));

            foreach (var column in PdfColumns.Of(page))
                Add(column, lines);
        }

        return lines;
    }

    private static void Add(List<PdfWord> words, List<SourceLine> lines)
    {
        PdfLine? before = null;
        foreach (var line in PdfLine.Of(words))
        {
            if (before is not null && before.Bottom - line.Bottom > line.Height * 1.9)
                lines.Add(new SourceLine(""));

            lines.Add(new SourceLine(line.Text, IsBold: line.IsBold));
            before = line;
        }

        lines.Add(new SourceLine(""));
    }
}

/// <summary>Words on one baseline, from left to right; a wide gap is a tab, as between the cells of a table.</summary>
internal sealed record PdfLine(double Bottom, double Height, string Text, bool IsBold)
{
    private const double WideGap = 2.2;

    public static IEnumerable<PdfLine> Of(List<PdfWord> words)
    {
        var line = new List<PdfWord>();
        foreach (var word in words.OrderByDescending(word => Math.Round(word.BoundingBox.Bottom / 2)).ThenBy(word => word.BoundingBox.Left))
        {
            if (line.Count > 0 && line[0].BoundingBox.Bottom - word.BoundingBox.Bottom > Math.Max(3, HeightOf(line[0]) * 0.5))
            {
                yield return From(line);
                line = [];
            }

            line.Add(word);
        }

        if (line.Count > 0)
            yield return From(line);
    }

    private static double HeightOf(PdfWord word) => Math.Max(4, word.Letters[0].PointSize);

    private static PdfLine From(List<PdfWord> words)
    {
        words.Sort((one, other) => one.BoundingBox.Left.CompareTo(other.BoundingBox.Left));
        var text = new StringBuilder();
        for (var at = 0; at < words.Count; at++)
        {
            if (at > 0)
                text.Append(words[at].BoundingBox.Left - words[at - 1].BoundingBox.Right > HeightOf(words[at]) * WideGap ? '\t' : ' ');

            text.Append(words[at].Text);
        }

        var bold = words.TrueForAll(word => word.FontName?.Contains("Bold", StringComparison.OrdinalIgnoreCase) == true);
        return new PdfLine(words.Max(word => word.BoundingBox.Bottom), words.Max(HeightOf), text.ToString(), bold);
    }
}

/// <summary>
/// The columns of a page. Two columns leave a strip in the middle that hardly any line crosses, and both sides are full of text; a table of facts
/// has few lines on one side, and stays one.
/// </summary>
internal static class PdfColumns
{
    private const int MinLines = 12;

    public static IEnumerable<List<PdfWord>> Of(List<PdfWord> words)
    {
        if (words.Count == 0)
            return [];

        var left = words.Min(word => word.BoundingBox.Left);
        var right = words.Max(word => word.BoundingBox.Right);
        for (var part = 0.40; part <= 0.60; part += 0.02)
        {
            var gutter = left + ((right - left) * part);
            var crossing = words.Count(word => word.BoundingBox.Left < gutter + 4 && word.BoundingBox.Right > gutter - 4);
            if (crossing * 50 > words.Count)
                continue;

            var (before, after) = (words.FindAll(word => Middle(word) < gutter), words.FindAll(word => Middle(word) >= gutter));
            if (LinesOf(before) >= MinLines && LinesOf(after) >= MinLines && after.Count * 2 > before.Count && before.Count * 2 > after.Count)
                return [before, after];
        }

        return [words];
    }

    private static double Middle(PdfWord word) => (word.BoundingBox.Left + word.BoundingBox.Right) / 2;

    private static int LinesOf(List<PdfWord> words) => words.Select(word => Math.Round(word.BoundingBox.Bottom / 3)).Distinct().Count();
}
