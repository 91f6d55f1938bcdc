namespace Klynge.Documents.Files;

/// <summary>
/// The lines of a file, and its name: a title or a year may stand nowhere else. The lines of a Word document are whole paragraphs,
/// those of a text file may be broken by the page. A template document was written with our own styles, so the style of a paragraph says what it is.
/// </summary>
public sealed record MinutesSource(string Name, IReadOnlyList<SourceLine> Lines, bool IsWord = false, bool IsTemplate = false);

/// <summary>One line of a text file, or one paragraph or table row of a Word document.</summary>
/// <param name="Text">The text; cells of a table row are separated by tabs, soft breaks are line feeds.</param>
/// <param name="Style">The name of the paragraph's style, in English for Word's own ones; empty for plain text.</param>
/// <param name="HeadingLevel">1–9 for a heading, 0 for everything else.</param>
/// <param name="IsTableRow">The row of a table.</param>
/// <param name="IsBold">All of the text is bold, which stands in for a heading where no styles are used.</param>
/// <param name="ListLabel">The bullet or number that Word shows before the paragraph; empty where it is no list entry.</param>
/// <param name="ListLevel">How deep the list entry is nested, from 0.</param>
public sealed record SourceLine(
    string Text,
    string Style = "",
    int HeadingLevel = 0,
    bool IsTableRow = false,
    bool IsBold = false,
    string ListLabel = "",
    int ListLevel = 0)
{
    /// <summary>Where the line stands in its source, from 1; 0 where nobody has counted.</summary>
    public int Number { get; init; }

    /// <summary>What a paragraph or row means, with its looks and links; only in a document that was written with our own styles.</summary>
    public Markup.RichBlock? Meant { get; init; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
