using DocumentFormat.OpenXml;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Documents.Word;

/// <summary>
/// Writes minutes as a Word document with real styles: what the secretariat changes in Word keeps its meaning, and our own import reads it back.
/// Nothing is written that the document does not show.
/// </summary>
public static class MinutesDocumentWriter
{
    /// <summary>Writes a whole .docx to <paramref name="output"/>, which must be writable and is left open.</summary>
    /// <param name="document">What the minutes say.</param>
    /// <param name="output">Where they go.</param>
    /// <param name="created">When they were written, for the file's properties; null leaves it out.</param>
    /// <param name="layout">How the forum wants them; null for the usual look.</param>
    /// <param name="template">The styles, margins and heads of pages; null for ours.</param>
    public static void Write(MinutesDocument document, Stream output, Instant? created = null, MinutesLayout? layout = null, WordTemplate? template = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var printed = new PagesOfMinutes(document, layout ?? MinutesLayout.Usual);
        WordFile.Write(Facts(document, created), text => Content(printed, text), output, template);
    }

    private static IEnumerable<OpenXmlElement> Content(PagesOfMinutes printed, WordTextWriter text) =>
    [
        .. new FrontMatter(printed, text, Bookmark).All(),
        .. printed.Items.SelectMany((item, at) => new ItemBlocks(item, printed, text, Bookmark(at), at + 1).All()),
    ];

    private static string Bookmark(int item) => $"_Toc{WordParagraphs.Number(100000 + item)}";

    private static WordFacts Facts(MinutesDocument document, Instant? created)
    {
        var kind = Texts.Kind(document.Kind);
        var date = document.Date is { } held ? Texts.LongDate(held) : null;
        string?[] parts = [kind, document.Forum, date];
        var known = parts.Where(part => part is not null).ToList();
        return new WordFacts(
            Title: string.Join(" – ", known),
            Header: $"{kind}{(document.Forum is { } forum ? " · " + forum : "")}\t{date}",
            Subject: document.Title ?? document.Forum ?? kind,
            Category: kind,
            Author: document.MinuteTaker,
            Keywords: string.Join("; ", [.. known, .. document.CaseNumber is { } number ? [number] : Array.Empty<string>()]),
            created);
    }
}

/// <summary>Minutes as they are printed: what the rules of the forum leave out is not there.</summary>
internal sealed record PagesOfMinutes(MinutesDocument Document, MinutesLayout Layout)
{
    public bool HasPagePerItem => Layout.Look == MinutesLook.PagePerItem;

    public IReadOnlyList<MinutesItem> Items { get; } = Layout.Undecided == UndecidedItems.LeftOut
        ? [.. Document.Items.Where(item => !IsUndecided(Document, item))]
        : Document.Items;

    public bool SaysUndecided(MinutesItem item) => Layout.Undecided == UndecidedItems.Stated && IsUndecided(Document, item);

    /// <summary>Of a closed item the public minutes do not say whether anything was decided.</summary>
    private static bool IsUndecided(MinutesDocument document, MinutesItem item) => document.Kind == MinutesKind.Minutes && item is { Decision: null, IsClosed: false };
}
