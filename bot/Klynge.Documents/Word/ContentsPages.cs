using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace Klynge.Documents.Word;

/// <summary>
/// Fills in the page numbers of a document's contents. Only a program that lays out pages knows them, so they are taken from a PDF that one
/// has made of the same document; a Word that opens it then need not ask whether it may update the fields.
/// </summary>
public static class ContentsPages
{
    private const string DocumentPart = "word/document.xml";
    private const string SettingsPart = "word/settings.xml";

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The same document with the numbers; the same bytes for the same numbers, so that storing it twice stores it once.</summary>
    /// <param name="word">A .docx of ours.</param>
    /// <param name="pdf">Made of it, with its headings as bookmarks.</param>
    /// <returns>Null where the document has no contents, or the PDF does not have all of its items.</returns>
    public static byte[]? Fill(byte[] word, byte[] pdf)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(pdf);
        var document = Read(word, DocumentPart);
        var fields = Fields(document).ToList();
        if (fields.Count == 0)
            return null;

        var titles = fields.ConvertAll(field => TitleAt(document, field.Bookmark));
        if (PagesOf(pdf, titles) is not { } pages)
            return null;

        foreach (var (field, page) in fields.Zip(pages))
            field.Shown.Value = WordParagraphs.Number(page);

        var settings = Read(word, SettingsPart);
        settings.Root!.Elements(W + "updateFields").Remove();
        return Replace(word, (DocumentPart, document), (SettingsPart, settings));
    }

    /// <summary>Each PAGEREF: the bookmark that it refers to, and the text that stands there until a program updates it.</summary>
    private static IEnumerable<(string Bookmark, XElement Shown)> Fields(XDocument document)
    {
        foreach (var code in document.Descendants(W + "instrText").Where(code => code.Value.TrimStart().StartsWith("PAGEREF ", StringComparison.Ordinal)))
        {
            var shown = code.Parent!.ElementsAfterSelf(W + "r").SelectMany(run => run.Elements(W + "t")).FirstOrDefault();
            if (shown is not null)
                yield return (code.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], shown);
        }
    }

    private static string TitleAt(XDocument document, string bookmark)
    {
        var start = document.Descendants(W + "bookmarkStart").First(mark => (string?)mark.Attribute(W + "name") == bookmark);
        return Letters(string.Concat(start.Ancestors(W + "p").First().Descendants(W + "t").Select(text => text.Value)));
    }

    /// <summary>The pages of the headings, in their order; two items of one title are told apart by it.</summary>
    private static List<int>? PagesOf(byte[] pdf, List<string> titles)
    {
        using var file = PdfDocument.Open(pdf);
        if (!file.TryGetBookmarks(out var bookmarks))
            return null;

        var nodes = bookmarks.GetNodes().OfType<DocumentBookmarkNode>().Select(node => (Title: Letters(node.Title), node.PageNumber)).ToList();
        var (pages, from) = (new List<int>(), 0);
        foreach (var title in titles)
        {
            var at = nodes.FindIndex(from, node => node.Title.EndsWith(title, StringComparison.Ordinal));
            if (at < 0)
                return null;

            pages.Add(nodes[at].PageNumber);
            from = at + 1;
        }

        return pages;
    }

    /// <summary>Blanks, tabs and breaks differ between the two.</summary>
    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter)));

    private static XDocument Read(byte[] word, string part)
    {
        using var file = new ZipArchive(new MemoryStream(word, writable: false), ZipArchiveMode.Read);
        using var stream = file.GetEntry(part)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    private static byte[] Replace(byte[] word, params ReadOnlySpan<(string Part, XDocument Content)> parts)
    {
        using var buffer = new MemoryStream();
        buffer.Write(word);
        using (var file = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (part, content) in parts)
            {
                var entry = file.GetEntry(part)!;
                var written = entry.LastWriteTime;
                using (var stream = entry.Open())
                {
                    stream.SetLength(0);
                    using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                    content.Save(writer, SaveOptions.DisableFormatting);
                }

                entry.LastWriteTime = written;
            }
        }

        return buffer.ToArray();
    }
}
