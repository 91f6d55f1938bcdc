namespace Klynge.Application.Minutes.Import;

/// <summary>One line of a text file, or one paragraph or table row of a Word document.</summary>
/// <param name="Text">The text; cells of a table row are separated by tabs, soft breaks are line feeds.</param>
/// <param name="Style">The id of the paragraph's style; empty for plain text.</param>
/// <param name="HeadingLevel">1–9 for a heading, 0 for everything else.</param>
/// <param name="IsTableRow">The row of a table.</param>
public sealed record SourceLine(string Text, string Style = "", int HeadingLevel = 0, bool IsTableRow = false)
{
    public static SourceLine Blank { get; } = new("");

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
