using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Klynge.Documents.Tests.Files;

/// <summary>A Word file out of the XML of its parts, for what a Word writes and the object model does not make by itself.</summary>
internal static class WordPackage
{
    private const string Spaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        """;

    public static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static byte[] Of(string body, string styles = "", string numbering = "", string notes = "", string head = "")
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            Feed(main, "document", $"<w:body>{body}</w:body>");
            if (styles.Length > 0)
                Feed(main.AddNewPart<StyleDefinitionsPart>(), "styles", styles);

            if (numbering.Length > 0)
                Feed(main.AddNewPart<NumberingDefinitionsPart>(), "numbering", numbering);

            if (notes.Length > 0)
                Feed(main.AddNewPart<FootnotesPart>(), "footnotes", notes);

            if (head.Length > 0)
                Feed(main.AddNewPart<HeaderPart>(), "hdr", head);
        }

        return stream.ToArray();
    }

    private static void Feed(OpenXmlPart part, string root, string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"<w:{root} {Spaces}>{content}</w:{root}>"));
        part.FeedData(stream);
    }
}
