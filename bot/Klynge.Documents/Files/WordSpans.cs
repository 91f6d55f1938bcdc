using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Layout;
using Klynge.Documents.Markup;

namespace Klynge.Documents.Files;

/// <summary>Reads what a paragraph or a row of a document of ours means: its runs with their looks and links, its place in a list, its cells.</summary>
internal sealed class WordSpans(MainDocumentPart part)
{
    private readonly Dictionary<string, string> _links = part.HyperlinkRelationships
        .ToDictionary(link => link.Id, link => link.Uri.OriginalString, StringComparer.Ordinal);

    public RichBlock Of(Paragraph paragraph, WordStyle style, (string Label, int Level) list)
    {
        var spans = Of(paragraph);
        return list.Label.Length > 0 ? new RichEntry(list.Level, char.IsAsciiLetterOrDigit(list.Label[0]) ? list.Label : "", spans)
            : style.HeadingLevel > 2 ? new RichHeading(spans)
            : new RichParagraph(spans);
    }

    /// <summary>One row, as a table of its own: the rows below are added to it.</summary>
    public RichTable Of(IReadOnlyList<TableCell> cells) => new(
        [[.. cells.Select(cell => RichSpan.Merge(cell.Descendants<Paragraph>().SelectMany((paragraph, at) => at == 0 ? Of(paragraph) : [new RichSpan("\n"), .. Of(paragraph)])))]],
        [.. cells.Select(cell => cell.GetFirstChild<Paragraph>()?.ParagraphProperties?.Justification?.Val?.Value == JustificationValues.Right)]);

    private IReadOnlyList<RichSpan> Of(Paragraph paragraph)
    {
        var spans = new List<RichSpan>();
        Collect(paragraph, new RichSpan(""), spans);
        return RichSpan.Merge(spans);
    }

    private void Collect(OpenXmlElement parent, RichSpan look, List<RichSpan> spans)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Hyperlink { Id.Value: { } id } link when _links.TryGetValue(id, out var target) && LinkTarget.MayBeOpened(target):
                    Collect(link, look with { Link = target }, spans);
                    break;
                case Run { RunProperties.Vanish: { } vanish } when IsOn(vanish): break;
                case Run run: CollectRun(run, look, spans); break;
                case TextBoxContent or AlternateContentFallback or DeletedRun or MoveFromRun or ParagraphProperties: break;
                default: Collect(element, look, spans); break;
            }
        }
    }

    private static void CollectRun(Run run, RichSpan look, List<RichSpan> spans)
    {
        var properties = run.RunProperties;
        var own = look with { IsBold = IsOn(properties?.Bold), IsItalic = IsOn(properties?.Italic) };
        spans.Add(own with { Text = CharacterCleaner.Letters(WordText.Of(run)) });
    }

    private static bool IsOn(OnOffType? look) => look is not null && look.Val?.Value != false;
}
