using Klynge.Documents.Reading;

namespace Klynge.Documents.Layout;

internal enum BlockKind
{
    Paragraph,
    Bullet,
    Numbered,
    Row,
}

/// <summary>A paragraph, a list entry or a table row, healed of the line breaks that only the page needed.</summary>
internal sealed record Block(BlockKind Kind, string Text)
{
    /// <summary>"1.", "b)" and the like, for a numbered entry.</summary>
    public string Label { get; init; } = "";

    /// <summary>The number of <see cref="Label"/>; 0 for letters and for everything that is not numbered.</summary>
    public int Number { get; init; }

    /// <summary>How deep a list entry is nested, from 0.</summary>
    public int Level { get; init; }

    public int HeadingLevel { get; init; }

    public bool IsBold { get; init; }

    public bool BlankBefore { get; init; }

    /// <summary>Characters of white space before the text: what nesting is read from.</summary>
    public int Indent { get; init; }

    /// <summary>The line of the source that the block begins on, from 1.</summary>
    public int At { get; init; }

    /// <summary>What the block opens in this document, where its word is no label elsewhere: a word that stands alone under most items.</summary>
    public LabelKind Opens { get; init; }

    public bool IsListEntry => Kind is BlockKind.Bullet or BlockKind.Numbered;

    /// <summary>The text with its label, as the page shows it on one line.</summary>
    public string Line => Kind == BlockKind.Numbered ? $"{Label} {Text}" : Text;

    public string ToText() => Kind switch
    {
        BlockKind.Bullet => $"{new string(' ', Level * 2)}- {Text}",
        BlockKind.Numbered => $"{new string(' ', Level * 2)}{Label} {Text}",
        BlockKind.Paragraph => Text,
        BlockKind.Row => Text.Replace("\n", Markup.TableLines.Break, StringComparison.Ordinal),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
