using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Word;

/// <summary>Everything ahead of the first item: title, facts, people, table of contents.</summary>
internal sealed class FrontMatter(PagesOfMinutes printed, WordTextWriter text, Func<int, string> bookmark)
{
    private readonly MinutesDocument document = printed.Document;

    public IEnumerable<OpenXmlElement> All() => printed.HasPagePerItem
        ? [.. TitleLine(), .. Facts(), .. Contents(Texts.TableOfContents), .. OnNextPage([.. People(), .. Preamble()])]
        : [.. Title(), .. Facts(), .. People(), .. Preamble(), .. Contents(Texts.Contents)];

    /// <summary>One line for what it is, whose and when: "REFERAT Chefforum d. 04-02-2025".</summary>
    private IEnumerable<OpenXmlElement> TitleLine()
    {
        yield return WordParagraphs.Of(TemplateStyles.Title, Texts.TitleLine(document));
        if (document.Title is { } title)
            yield return WordParagraphs.Of(TemplateStyles.Subtitle, title);
    }

    private static List<OpenXmlElement> OnNextPage(List<OpenXmlElement> elements)
    {
        if (elements.FirstOrDefault() is Paragraph first)
            WordParagraphs.BreakPageBefore(first);

        return elements;
    }

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

    private IEnumerable<OpenXmlElement> Facts() => FactTable.Of(printed) is { } table ? [table] : [];

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
    private IEnumerable<OpenXmlElement> Contents(string heading)
    {
        if (printed.Items.Count == 0)
            yield break;

        yield return WordParagraphs.Of(TemplateStyles.ContentsHeading, heading);
        for (var at = 0; at < printed.Items.Count; at++)
        {
            var item = printed.Items[at];
            var entry = new Hyperlink(
            [
                .. WordParagraphs.Runs($"{(item.Number is { } number ? WordParagraphs.Number(number) + "." : "")}\t{item.Title}"),
                new Run(new TabChar()),
                .. WordParagraphs.Field($"PAGEREF {bookmark(at)} \\h", Texts.PageUnknown),
            ])
            { Anchor = bookmark(at), History = true };
            yield return WordParagraphs.Of(TemplateStyles.Contents, [entry]);
        }
    }
}
