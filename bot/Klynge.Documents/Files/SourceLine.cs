namespace Klynge.Documents.Files;

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
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
