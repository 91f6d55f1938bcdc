using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Klynge.Documents.Word;

/// <summary>
/// What documents look like: their styles, their margins, the heads and feet of their pages. Ours, or those of an organisation's own template
/// (see <see cref="WordTemplateReader"/>), whose styles of our names replace ours.
/// </summary>
public sealed class WordTemplate
{
    /// <summary>The width of the text on our own pages, in twentieths of a point; tables are made for it.</summary>
    internal const int OwnTextWidth = 9354;

    internal WordTemplate(byte[] styles) => Styles = styles;

    public static WordTemplate Ours { get; } = new(TemplatePart.Styles);

    internal byte[] Styles { get; }

    internal byte[]? Theme { get; init; }

    /// <summary>The size of a page, its margins and which heads and feet it has; null for ours.</summary>
    internal SectionProperties? Page { get; init; }

    internal IReadOnlyList<TemplateMargin> Margins { get; init; } = [];

    internal int TextWidth { get; init; } = OwnTextWidth;

    internal bool HasEvenPages => Margins.Any(margin => margin.Type == HeaderFooterValues.Even);

    internal void AddTheme(MainDocumentPart main)
    {
        if (Theme is not null)
            Feed(main.AddNewPart<ThemePart>(), Theme);
    }

    /// <summary>The paper that the text ends with, and the heads and feet of the template's pages.</summary>
    /// <param name="main">Gets them as parts.</param>
    /// <param name="own">Our paper with our head and foot, which stand in for what the template lacks.</param>
    internal SectionProperties AddPages(MainDocumentPart main, Func<SectionProperties> own)
    {
        if (Margins.Count == 0)
            return Page is null ? own() : WithPaperOf(own(), Page);

        var page = (SectionProperties)Page!.CloneNode(deep: true);
        foreach (var margin in Margins.Reverse())
        {
            OpenXmlPart part = margin.IsHeader ? main.AddNewPart<HeaderPart>() : main.AddNewPart<FooterPart>();
            foreach (var image in margin.Images)
                Feed(part.AddNewPart<ImagePart>(image.ContentType, image.Id), image.Bytes);

            Feed(part, margin.Content);
            var id = main.GetIdOfPart(part);
            page.PrependChild<HeaderFooterReferenceType>(margin.IsHeader
                ? new HeaderReference { Type = margin.Type, Id = id }
                : new FooterReference { Type = margin.Type, Id = id });
        }

        return page;
    }

    private static SectionProperties WithPaperOf(SectionProperties own, SectionProperties paper)
    {
        foreach (var measure in own.ChildElements.Where(one => one is PageSize or PageMargin).ToList())
            measure.Remove();

        own.Append(paper.ChildElements.Where(one => one is PageSize or PageMargin).Select(one => one.CloneNode(deep: true)));
        return own;
    }

    /// <summary>Makes tables that are as wide as our page as wide as the template's.</summary>
    internal void FitTables(Body body)
    {
        if (TextWidth == OwnTextWidth)
            return;

        foreach (var table in body.Elements<Table>())
        {
            foreach (var width in table.Descendants<TableWidthType>().Where(width => width.Type?.Value == TableWidthUnitValues.Dxa))
                width.Width = Fitted(width.Width!.Value!);

            foreach (var column in table.Descendants<GridColumn>())
                column.Width = Fitted(column.Width!.Value!);
        }
    }

    private string Fitted(string width) =>
        WordParagraphs.Number((int)((long)int.Parse(width, System.Globalization.CultureInfo.InvariantCulture) * TextWidth / OwnTextWidth));

    private static void Feed(OpenXmlPart part, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        part.FeedData(stream);
    }
}

/// <summary>A head or a foot of a template's pages.</summary>
/// <param name="IsHeader">Else it is a foot.</param>
/// <param name="Type">On which pages.</param>
/// <param name="Content">Its part, as XML.</param>
/// <param name="Images">What it shows, under the ids that its text names.</param>
internal sealed record TemplateMargin(bool IsHeader, HeaderFooterValues Type, byte[] Content, IReadOnlyList<TemplateImage> Images);

internal sealed record TemplateImage(string Id, string ContentType, byte[] Bytes);
