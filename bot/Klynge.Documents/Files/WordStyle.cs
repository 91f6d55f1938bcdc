using DocumentFormat.OpenXml.Wordprocessing;

namespace Klynge.Documents.Files;

internal readonly record struct WordStyle(string Name, int HeadingLevel, bool IsContents, NumberingProperties? Numbering);
