using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Minutes.Rendering;

/// <summary>Writes minutes as a Word document.</summary>
public static class MinutesDocumentWriter
{
    /// <summary>Writes a whole .docx to <paramref name="output"/>, which must be writable and is left open.</summary>
    public static void Write(MinutesDocument document, Stream output)
    {
        using var file = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document, autoSave: true);
        file.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new Run(new Text(document.Forum ?? "")))));
    }
}
