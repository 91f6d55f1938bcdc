using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Klynge.Documents.Word;

/// <summary>Paragraphs of our styles out of texts; what XML cannot hold is left out, everything else stays, emoji included.</summary>
public static class WordParagraphs
{
    public static Paragraph Of(string style, string text) => Of(style, Runs(text));

    public static Paragraph Of(string style, IEnumerable<OpenXmlElement> content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = TemplateStyles.IdOf(style) }));
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>The same paragraph, at the head of a page.</summary>
    public static Paragraph BreakPageBefore(Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
        return paragraph;
    }

    public static IEnumerable<OpenXmlElement> Runs(string text)
    {
        var run = new Run();
        var lines = Safe(text).Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0)
                run.Append(new Break());

            AppendWithTabs(run, lines[line]);
        }

        return run.HasChildren ? [run] : [];
    }

    public static IEnumerable<OpenXmlElement> Field(string instruction, string shown) =>
    [
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        new Run(new Text(shown)),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Safe(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '퟿') < 0)
            return text;

        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone half of a pair comes as the replacement character, which nobody wrote.
            if (rune.Value != 0xFFFD && (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)))
                safe.Append(rune.ToString());
        }

        return safe.Replace("\r\n", "\n").Replace('\r', '\n').ToString();
    }

    private static void AppendWithTabs(Run run, string line)
    {
        var cells = line.Split('\t');
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (cell > 0)
                run.Append(new TabChar());

            if (cells[cell].Length > 0)
                run.Append(new Text(cells[cell]) { Space = SpaceProcessingModeValues.Preserve });
        }
    }
}
