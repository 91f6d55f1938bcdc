using DocumentFormat.OpenXml.Wordprocessing;

namespace Klynge.Application.Minutes.Import;

internal readonly record struct WordStyle(string Name, int HeadingLevel, bool IsContents, NumberingProperties? Numbering);
