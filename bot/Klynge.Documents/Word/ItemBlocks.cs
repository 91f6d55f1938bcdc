using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Word;

/// <summary>The paragraphs of one item, from its heading to its decision.</summary>
internal sealed class ItemBlocks(MinutesItem item, string? forum, WordTextWriter text, string bookmark, int bookmarkId)
{
    public static string HeadingText(MinutesItem item) =>
        item.Number is { } number ? $"{WordParagraphs.Number(number)}.\t{item.Title}" : item.Title;

    public IEnumerable<OpenXmlElement> All() => [Heading(), .. Facts(), .. Sections(), .. Recommendations(), .. Attachments(), .. Decision()];

    private Paragraph Heading()
    {
        var id = WordParagraphs.Number(bookmarkId);
        return WordParagraphs.Of(
            TemplateStyles.Item,
            [new BookmarkStart { Id = id, Name = bookmark }, .. WordParagraphs.Runs(HeadingText(item)), new BookmarkEnd { Id = id }]);
    }

    private IEnumerable<Paragraph> Facts()
    {
        string?[] facts =
        [
            item.IsClosed ? Texts.Closed : null,
            item.Slot is { } slot ? Texts.Span(slot.Start, slot.End) : null,
            item.Minutes is { } minutes ? Texts.Length(minutes) : null,
            item.Presenter is { } presenter ? Texts.Presenter + presenter : null,
        ];
        var known = string.Join(Texts.FactSeparator, facts.Where(fact => fact is not null));
        return known.Length == 0 ? [] : [WordParagraphs.Of(TemplateStyles.ItemFacts, known)];
    }

    private IEnumerable<OpenXmlElement> Sections()
    {
        foreach (var section in item.Sections)
        {
            if (section.Heading is { } heading)
                yield return WordParagraphs.Of(TemplateStyles.SectionHeading, heading);

            foreach (var element in text.Of(section.Text, TextStyles.Body))
                yield return element;
        }
    }

    private IEnumerable<OpenXmlElement> Recommendations()
    {
        if (item.Recommendations.Count == 0)
            yield break;

        // A section that has just named who recommends leads into the list itself.
        if (!Texts.Recommendation.Equals(item.Sections.LastOrDefault()?.Heading, StringComparison.OrdinalIgnoreCase))
        {
            yield return WordParagraphs.Of(TemplateStyles.RecommendationHeading, Texts.Recommendation);
            yield return WordParagraphs.Of(TemplateStyles.RecommendationLead, Texts.RecommendationLead(forum));
        }

        foreach (var element in text.Recommendations(item.Recommendations))
            yield return element;
    }

    private IEnumerable<Paragraph> Attachments()
    {
        if (item.Attachments.Count == 0)
            yield break;

        yield return WordParagraphs.Of(TemplateStyles.AttachmentHeading, Texts.Attachments);
        for (var at = 0; at < item.Attachments.Count; at++)
        {
            var mark = item.RequiredReading.Contains(at + 1) ? Texts.RequiredReading : "";
            yield return WordParagraphs.Of(TemplateStyles.Attachment, item.Attachments[at] + mark);
        }
    }

    private IEnumerable<OpenXmlElement> Decision() => item.Decision is { } decision
        ? [WordParagraphs.Of(TemplateStyles.DecisionHeading, Texts.Decision), .. text.Of(decision, TextStyles.Decision)]
        : [];
}
