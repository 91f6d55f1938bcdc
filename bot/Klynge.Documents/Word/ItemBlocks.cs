using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Word;

/// <summary>The paragraphs of one item under its heading: the case and then its decision, or the decision first.</summary>
internal sealed class ItemBlocks(MinutesItem item, PagesOfMinutes printed, WordTextWriter text, string bookmark, int bookmarkId)
{
    public IEnumerable<OpenXmlElement> All() => printed.HasPagePerItem
        ? [Heading(), .. Facts(), .. Decision(), .. Attachments(), .. CaseHeading(), .. Sections(), .. Recommendations()]
        : [Heading(), .. Facts(), .. Sections(), .. Recommendations(), .. Attachments(), .. Decision()];

    private Paragraph Heading()
    {
        var id = WordParagraphs.Number(bookmarkId);
        var words = item.Number is { } number ? Texts.ItemLead(number) + item.Title : item.Title;
        var heading = WordParagraphs.Of(
            TemplateStyles.Item,
            [new BookmarkStart { Id = id, Name = bookmark }, .. WordParagraphs.Runs(words), new BookmarkEnd { Id = id }]);
        return printed.HasPagePerItem ? WordParagraphs.BreakPageBefore(heading) : heading;
    }

    private IEnumerable<Paragraph> Facts()
    {
        string?[] facts =
        [
            item.IsClosed ? Texts.Closed : null,
            item.Slot is { } slot ? Texts.Span(slot.Start, slot.End) : null,
            item.Minutes is { } minutes ? Texts.Length(minutes) : null,
            item.Case is { } key ? Texts.ItemCase + key : null,
            item.CaseNumber is { } number ? Texts.ItemCaseNumber + number : null,
            item.MayBeDropped && printed.Document.Kind == MinutesKind.Agenda ? Texts.MayBeDropped : null,
            item.Presenter is { } presenter ? Texts.Presenter + presenter : null,
        ];
        var known = string.Join(Texts.FactSeparator, facts.Where(fact => fact is not null));
        return known.Length == 0 ? [] : [WordParagraphs.Of(TemplateStyles.ItemFacts, known)];
    }

    /// <summary>Where the decision comes first, this is what parts the case from it, unless the case has this heading of its own.</summary>
    private IEnumerable<Paragraph> CaseHeading() =>
        item.Sections.Count + item.Recommendations.Count == 0 || Texts.Case.Equals(item.Sections.FirstOrDefault()?.Heading, StringComparison.OrdinalIgnoreCase)
            ? []
            : [WordParagraphs.Of(TemplateStyles.CaseHeading, Texts.Case)];

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
            if (!printed.HasPagePerItem)
                yield return WordParagraphs.Of(TemplateStyles.RecommendationHeading, Texts.Recommendation);

            yield return WordParagraphs.Of(TemplateStyles.RecommendationLead, Texts.RecommendationLead(printed.Document.Forum));
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
        : printed.SaysUndecided(item)
            ? [WordParagraphs.Of(TemplateStyles.DecisionHeading, Texts.Decision), WordParagraphs.Of(TemplateStyles.NoDecision, Texts.NoDecision)]
            : [];
}
