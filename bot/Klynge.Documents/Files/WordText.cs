using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Klynge.Documents.Files;

/// <summary>The text of a paragraph as a reader sees it: no field codes, no deleted or hidden words, soft breaks as line feeds.</summary>
internal static class WordText
{
    public static string Of(OpenXmlElement paragraph)
    {
        var text = new StringBuilder();
        Append(paragraph, text);
        return text.ToString();
    }

    /// <summary>Every run that shows text is bold.</summary>
    public static bool IsBold(Paragraph paragraph)
    {
        var runs = paragraph.Elements<Run>().Where(run => !string.IsNullOrWhiteSpace(run.InnerText)).ToList();
        return runs.Count > 0 && runs.TrueForAll(run => run.RunProperties?.Bold is { } bold && bold.Val?.Value != false);
    }

    /// <summary>Text boxes are paragraphs of their own; the copy for older versions of Word is left out.</summary>
    public static IEnumerable<TextBoxContent> BoxesOf(Paragraph paragraph) =>
        paragraph.Descendants<TextBoxContent>().Where(box => !box.Ancestors<AlternateContentFallback>().Any() && box.Ancestors<Paragraph>().First() == paragraph);

    private static void Append(OpenXmlElement parent, StringBuilder text)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Run { RunProperties.Vanish: { } vanish } when vanish.Val?.Value != false: break;
                case Text run: text.Append(run.Text); break;
                case TabChar: text.Append('\t'); break;
                case Break { Type: { } kind } when kind == BreakValues.Page || kind == BreakValues.Column: break;
                case Break or CarriageReturn: text.Append('\n'); break;
                case NoBreakHyphen: text.Append('-'); break;
                case TextBoxContent or AlternateContentFallback or DeletedRun or MoveFromRun or ParagraphProperties or RunProperties: break;
                default: Append(element, text); break;
            }
        }
    }
}
