using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Files;
using Klynge.Domain.Common;

namespace Klynge.Documents.Word;

/// <summary>
/// Reads an organisation's own Word template (.dotx, or .docx): its styles, theme, paper, and the heads and feet of its pages with their
/// pictures. Its text is not read. What could fetch something from elsewhere, or run, is refused.
/// </summary>
public static class WordTemplateReader
{
    private const long MaxBytes = 20 * 1024 * 1024;

    /// <param name="path">Of the file.</param>
    /// <returns>The template, or a Danish sentence about what is wrong with it.</returns>
    public static Result<WordTemplate> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            var file = new FileInfo(path);
            return !file.Exists ? new WordTemplateNotFound(path)
                : file.Length > MaxBytes ? new WordTemplateTooLarge(path, MaxBytes / (1024 * 1024))
                : Read(File.ReadAllBytes(path), path);
        }
        catch (UnauthorizedAccessException)
        {
            return new WordTemplateNotFound(path);
        }
        catch (Exception problem) when (WordReader.IsDamage(problem))
        {
            return new WordTemplateDamaged(path);
        }
    }

    private static Result<WordTemplate> Read(byte[] bytes, string path)
    {
        WordPackageGuard.Check(bytes);
        using var stream = new MemoryStream(bytes, writable: false);
        using var file = WordprocessingDocument.Open(stream, isEditable: false);
        if (file.MainDocumentPart is not { Document.Body: { } body, StyleDefinitionsPart: { } styles } main)
            return new WordTemplateDamaged(path);

        if (file.DocumentType is not (WordprocessingDocumentType.Document or WordprocessingDocumentType.Template))
            return new WordTemplateRuns(path);

        var last = body.Descendants<SectionProperties>().LastOrDefault();
        var merged = new StyleMerge(TextWidthOf(last), Read(styles));
        var margins = new List<TemplateMargin>();
        foreach (var reference in last?.Elements<HeaderFooterReferenceType>() ?? [])
        {
            var part = main.GetPartById(reference.Id!.Value!);
            if (part.ExternalRelationships.Any() || part.Parts.Any(inner => inner.OpenXmlPart is not ImagePart))
                return new WordTemplateHeadRefused(path);

            margins.Add(MarginOf(reference, part, merged));
        }

        return new WordTemplate(merged.Styles())
        {
            Theme = main.ThemePart is { } theme && !theme.Parts.Any() && !theme.ExternalRelationships.Any() ? BytesOf(theme) : null,
            Page = last is null ? null : PageOf(last),
            Margins = margins,
            TextWidth = merged.TextWidth,
        };
    }

    /// <summary>Paper, margins and whether the first page differs; nothing that refers to other parts.</summary>
    private static SectionProperties PageOf(SectionProperties section)
    {
        var page = new SectionProperties();
        page.Append(section.ChildElements.Where(one => one is PageSize or PageMargin or TitlePage).Select(one => one.CloneNode(deep: true)));
        return page;
    }

    private static int TextWidthOf(SectionProperties? section)
    {
        if (section?.GetFirstChild<PageSize>()?.Width?.Value is not { } width || section.GetFirstChild<PageMargin>() is not { } margin)
            return WordTemplate.OwnTextWidth;

        var text = (int)width - (int)(margin.Left?.Value ?? 0) - (int)(margin.Right?.Value ?? 0) - (int)(margin.Gutter?.Value ?? 0);
        return text > 0 ? text : WordTemplate.OwnTextWidth;
    }

    private static TemplateMargin MarginOf(HeaderFooterReferenceType reference, OpenXmlPart part, StyleMerge merged)
    {
        var content = Read(part);
        merged.Rename(content);

        // A link in a head would need its address taken along; its words stay.
        foreach (var link in content.Descendants(StyleMerge.W + "hyperlink").ToList())
            link.ReplaceWith(link.Nodes());

        var images = part.Parts.Select(inner => new TemplateImage(inner.RelationshipId, inner.OpenXmlPart.ContentType, BytesOf(inner.OpenXmlPart)));
        return new TemplateMargin(reference is HeaderReference, reference.Type?.Value ?? HeaderFooterValues.Default, Encoding.UTF8.GetBytes(content.ToString(SaveOptions.DisableFormatting)), [.. images]);
    }

    private static XDocument Read(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static byte[] BytesOf(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
