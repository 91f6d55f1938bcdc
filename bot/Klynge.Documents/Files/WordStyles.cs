using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Klynge.Documents.Files;

/// <summary>What a paragraph's style and its ancestors say: a heading and its level, a table of contents, a list.</summary>
internal sealed class WordStyles(Styles? styles)
{
    private const int MaxChain = 12;

    private readonly Dictionary<string, Style> _styles = (styles?.Elements<Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null)
        .GroupBy(style => style.StyleId!.Value!, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <summary>A style of that name is defined.</summary>
    public bool Has(string name) => _styles.Values.Any(style => style.StyleName?.Val?.Value == name);

    /// <summary>The numbering is the style's: a paragraph with one of its own may leave to the style which list it is.</summary>
    public WordStyle Of(Paragraph? paragraph)
    {
        var properties = paragraph?.ParagraphProperties;
        var id = properties?.ParagraphStyleId?.Val?.Value ?? "";
        var level = Level(properties?.OutlineLevel);
        NumberingProperties? numbering = null;
        var isContents = false;
        var next = id;
        for (var depth = 0; depth < MaxChain && _styles.TryGetValue(next, out var style); depth++)
        {
            var name = style.StyleName?.Val?.Value ?? next;
            isContents |= name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("indholdsfortegnelse", StringComparison.OrdinalIgnoreCase);
            level = level > 0 ? level : LevelOf(name, style);
            numbering ??= style.StyleParagraphProperties?.NumberingProperties;
            next = style.BasedOn?.Val?.Value ?? "";
        }

        return new WordStyle(_styles.GetValueOrDefault(id)?.StyleName?.Val?.Value ?? id, level, isContents, numbering);
    }

    // "heading 2", "Overskrift 2"; a style of one's own says it by its outline level.
    private static int LevelOf(string name, Style style)
    {
        foreach (var word in (ReadOnlySpan<string>)["heading ", "overskrift "])
        {
            if (name.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(name.AsSpan(word.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is > 0 and < 10)
            {
                return level;
            }
        }

        return Level(style.StyleParagraphProperties?.OutlineLevel);
    }

    private static int Level(OutlineLevel? outline) => outline?.Val?.Value is { } value and >= 0 and < 9 ? value + 1 : 0;
}

internal readonly record struct WordStyle(string Name, int HeadingLevel, bool IsContents, NumberingProperties? Numbering);
