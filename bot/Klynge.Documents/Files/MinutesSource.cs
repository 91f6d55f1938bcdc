namespace Klynge.Documents.Files;

/// <summary>
/// The lines of a file, and its name: a title or a year may stand nowhere else. The lines of a Word document are whole paragraphs,
/// those of a text file may be broken by the page. A template document was written with our own styles, so the style of a paragraph says what it is.
/// </summary>
public sealed record MinutesSource(string Name, IReadOnlyList<SourceLine> Lines, bool IsWord = false, bool IsTemplate = false);
