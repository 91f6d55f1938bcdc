using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Word;

/// <summary>Everything ahead of the first item: title, facts, people, table of contents.</summary>
internal sealed class FrontMatter(MinutesDocument document, WordTextWriter text, Func<int, string> bookmark)
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
            foreach (var element in text.Of(section.Text, TextStyles.Preamble))
                yield return element;
        }
    }

    /// <summary>
    /// The items as links with their page numbers. Each number is a field of its own, which every program fills in when it lays out the
    /// pages; inside a field for the whole table LibreOffice keeps what stood there.
    /// </summary>
    private IEnumerable<OpenXmlElement> Contents()
    {
        if (document.Items.Count == 0)
            yield break;

        yield return WordParagraphs.Of(TemplateStyles.ContentsHeading, Texts.Contents);
        for (var at = 0; at < document.Items.Count; at++)
        {
            var heading = ItemBlocks.HeadingText(document.Items[at]);
            var entry = new Hyperlink(
            [
                .. WordParagraphs.Runs(document.Items[at].Number is null ? $"\t{heading}" : heading),
                new Run(new TabChar()),
                .. WordParagraphs.Field($"PAGEREF {bookmark(at)} \\h", Texts.PageUnknown),
            ])
            { Anchor = bookmark(at), History = true };
            yield return WordParagraphs.Of(TemplateStyles.Contents, [entry]);
        }
    }
}
