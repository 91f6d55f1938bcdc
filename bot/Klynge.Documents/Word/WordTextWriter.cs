using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Markup;

namespace Klynge.Documents.Word;

/// <summary>The styles that a text is set in.</summary>
/// <param name="Paragraph">Plain paragraphs.</param>
/// <param name="Bullet">Entries of lists with bullets, whose first level comes with the style.</param>
/// <param name="Numbered">Entries of lists with numbers or letters.</param>
/// <param name="Bullets">The list that the bullets belong to.</param>
/// <param name="FirstFormat">The first of the four formats for numbers and letters at this indentation.</param>
public sealed record TextStyles(string Paragraph, string Bullet, string Numbered, int Bullets, int FirstFormat)
{
    public static TextStyles Body { get; } = new(TemplateStyles.Body, TemplateStyles.Bullet, TemplateStyles.Labelled, TemplatePart.BulletList, TemplatePart.FirstBodyFormat);

    public static TextStyles Preamble { get; } = Body with { Paragraph = TemplateStyles.Preamble, Bullet = TemplateStyles.PreambleBullet };

    public static TextStyles Decision { get; } = new(
        TemplateStyles.Decision, TemplateStyles.DecisionBullet, TemplateStyles.DecisionBullet, TemplatePart.DecisionList, TemplatePart.FirstDecisionFormat);

    /// <summary>What belongs to one recommendation, below its first paragraph.</summary>
    public static TextStyles Recommendation { get; } = Body with
    {
        Paragraph = TemplateStyles.RecommendationText,
        Bullet = TemplateStyles.RecommendationText,
        Numbered = TemplateStyles.RecommendationText,
    };
}

/// <summary>Sets long texts as paragraphs, lists that Word numbers, tables and links that can be followed.</summary>
public sealed class WordTextWriter(MainDocumentPart main, ListNumbers lists)
{
    private const int Levels = 9;

    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);

    public IEnumerable<OpenXmlElement> Of(string? text, TextStyles styles) => Of(RichText.Read(text).Blocks, styles, depth: 0);

    /// <summary>Each recommendation is an entry of one list; what stands below its first paragraph is indented under it.</summary>
    public IEnumerable<OpenXmlElement> Recommendations(IReadOnlyList<string> recommendations)
    {
        var list = lists.Add(TemplatePart.NumberList, level: 0, start: 1);
        foreach (var recommendation in recommendations)
        {
            var blocks = RichText.ReadEntry(recommendation).Blocks;
            var first = blocks.FirstOrDefault() as RichParagraph;
            yield return Entry(TemplateStyles.Recommendation, list, 0, Runs(first?.Spans ?? []));
            foreach (var element in Of(first is null ? blocks : [.. blocks.Skip(1)], TextStyles.Recommendation, depth: 1))
                yield return element;
        }
    }

    /// <summary>The paragraphs of a table's cell; what is a list or a table in the text stands there as lines.</summary>
    public TableCell Cell(string text, string style)
    {
        var paragraphs = RichText.Read(text).Blocks.SelectMany(Lines).Select(spans => WordParagraphs.Of(style, Runs(spans))).ToList();
        return paragraphs.Count > 0 ? new TableCell(paragraphs) : new TableCell(WordParagraphs.Of(style, ""));
    }

    public IEnumerable<OpenXmlElement> Runs(IReadOnlyList<RichSpan> spans)
    {
        foreach (var span in spans)
        {
            var runs = WordParagraphs.Runs(span.Text);
            foreach (var run in runs.OfType<Run>())
                run.RunProperties = Look(span);

            if (span.Link is { } link)
                yield return new Hyperlink(runs) { Id = RelationTo(link), History = true };
            else if (runs.FirstOrDefault() is { } only)
                yield return only;
        }
    }

    private static IEnumerable<IReadOnlyList<RichSpan>> Lines(RichBlock block) => block switch
    {
        RichParagraph paragraph => [paragraph.Spans],
        RichHeading heading => [[.. heading.Spans.Select(span => span with { IsBold = true })]],
        RichEntry entry => [[new RichSpan(entry.Label.Length == 0 ? "• " : entry.Label + " "), .. entry.Spans]],
        RichTable table => table.Rows.Select<IReadOnlyList<IReadOnlyList<RichSpan>>, IReadOnlyList<RichSpan>>(
            row => [.. row.SelectMany((cell, column) => column == 0 ? cell : [new RichSpan(" | "), .. cell])]),
        _ => throw new NotSupportedException($"No form is known for {block.GetType().Name}."),
    };

    private IEnumerable<OpenXmlElement> Of(IReadOnlyList<RichBlock> blocks, TextStyles styles, int depth)
    {
        var open = new OpenList?[Levels];
        foreach (var block in blocks)
        {
            if (block is not RichEntry)
                Array.Clear(open);

            switch (block)
            {
                case RichParagraph paragraph: yield return WordParagraphs.Of(styles.Paragraph, Runs(paragraph.Spans)); break;
                case RichHeading heading: yield return WordParagraphs.Of(TemplateStyles.SubHeading, Runs(heading.Spans)); break;
                case RichEntry entry: yield return Entry(entry, styles, depth, open); break;
                case RichTable table:
                    yield return WordTextTable.Of(table, this);
                    yield return WordParagraphs.Of(TemplateStyles.AfterTable, "");
                    break;
                default: throw new NotSupportedException($"No form is known for {block.GetType().Name}.");
            }
        }
    }

    private Paragraph Entry(RichEntry entry, TextStyles styles, int depth, OpenList?[] open)
    {
        var level = Math.Min(entry.Level + depth, Levels - 1);
        Array.Clear(open, level + 1, Levels - level - 1);
        if (entry.Label.Length == 0)
        {
            open[level] = null;
            return Entry(styles.Bullet, styles.Bullets, level, Runs(entry.Spans), isOfStyle: level == 0);
        }

        if (ListNumbers.FormatOf(entry.Label) is not { } label)
        {
            open[level] = null;
            return WordParagraphs.Of(styles.Paragraph, [.. WordParagraphs.Runs(entry.Label + " "), .. Runs(entry.Spans)]);
        }

        var list = open[level] is { } before && before.Format == label.Format && before.Next == label.Number
            ? before.Id
            : lists.Add(styles.FirstFormat + label.Format, level, label.Number);
        open[level] = new OpenList(list, label.Format, label.Number + 1);
        return Entry(styles.Numbered, list, level, Runs(entry.Spans));
    }

    private static Paragraph Entry(string style, int list, int level, IEnumerable<OpenXmlElement> runs, bool isOfStyle = false)
    {
        var paragraph = WordParagraphs.Of(style, runs);
        if (!isOfStyle)
        {
            paragraph.ParagraphProperties!.NumberingProperties = new NumberingProperties(
                new NumberingLevelReference { Val = level },
                new NumberingId { Val = list });
        }

        return paragraph;
    }

    private static RunProperties? Look(RichSpan span)
    {
        if (span.IsPlain)
            return null;

        var look = new RunProperties();
        if (span.Link is not null)
            look.RunStyle = new RunStyle { Val = TemplateStyles.Link };
        if (span.IsBold)
            look.Bold = new Bold();
        if (span.IsItalic)
            look.Italic = new Italic();
        return look;
    }

    private string RelationTo(string link) => _links.TryGetValue(link, out var known)
        ? known
        : _links[link] = main.AddHyperlinkRelationship(new Uri(link, UriKind.Absolute), isExternal: true).Id;

    private sealed record OpenList(int Id, int Format, int Next);
}
