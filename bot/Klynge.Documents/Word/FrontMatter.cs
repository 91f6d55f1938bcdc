using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Word;

/// <summary>Everything ahead of the first item: title, facts, people, table of contents.</summary>
internal sealed class FrontMatter(MinutesDocument document, Func<int, string> bookmark)
{
    public IEnumerable<OpenXmlElement> All() => [.. Title(), .. Facts(), .. People(), .. Preamble(), .. Contents()];

    private IEnumerable<OpenXmlElement> Title()
    {
        // Without a forum the kind of document is the title, so that there always is one.
        var kind = Texts.Kind(document.Kind);
        if (document.Forum is { } forum)
        {
            yield return WordParagraphs.Of(TemplateStyles.Kind, kind);
            yield return WordParagraphs.Of(TemplateStyles.Title, forum);
        }
        else
        {
            yield return WordParagraphs.Of(TemplateStyles.Title, kind);
        }

        if (document.Title is { } title)
            yield return WordParagraphs.Of(TemplateStyles.Subtitle, title);
    }

    private IEnumerable<OpenXmlElement> Facts() => FactTable.Of(document) is { } table ? [table] : [];

    private IEnumerable<OpenXmlElement> People()
    {
        foreach (var group in document.Participants.GroupBy(person => Texts.GroupOf(person.Role), StringComparer.Ordinal))
        {
            yield return WordParagraphs.Of(TemplateStyles.PeopleHeading, group.Key);
            yield return PeopleTable.Of(group.Key, [.. group]);
        }
    }

    private IEnumerable<OpenXmlElement> Preamble()
    {
        foreach (var section in document.Sections)
        {
            // A heading without words still parts the text from the table above it.
            yield return WordParagraphs.Of(TemplateStyles.PreambleHeading, section.Heading ?? "");
            foreach (var paragraph in WordParagraphs.OfText(section.Text, TemplateStyles.Preamble, TemplateStyles.PreambleBullet, TemplatePart.BulletList))
                yield return paragraph;
        }
    }

    /// <summary>
    /// A real table of contents, filled in: links without page numbers, because only the program that lays out the pages knows those,
    /// and a wrong number is worse than none.
    /// </summary>
    private IEnumerable<OpenXmlElement> Contents()
    {
        if (document.Items.Count == 0)
            yield break;

        yield return WordParagraphs.Of(TemplateStyles.ContentsHeading, Texts.Contents);
        for (var at = 0; at < document.Items.Count; at++)
        {
            var text = ItemBlocks.HeadingText(document.Items[at]);
            var link = new Hyperlink(WordParagraphs.Runs(document.Items[at].Number is null ? $"\t{text}" : text)) { Anchor = bookmark(at), History = true };
            yield return WordParagraphs.Of(TemplateStyles.Contents, Entry(at, link));
        }
    }

    private IEnumerable<OpenXmlElement> Entry(int at, Hyperlink link)
    {
        OpenXmlElement[] begin = at > 0 ? [] :
        [
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(new FieldCode(" TOC \\o \"1-1\" \\n \\h \\z ") { Space = SpaceProcessingModeValues.Preserve }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        ];
        OpenXmlElement[] end = at < document.Items.Count - 1 ? [] : [new Run(new FieldChar { FieldCharType = FieldCharValues.End })];
        return [.. begin, link, .. end];
    }
}
