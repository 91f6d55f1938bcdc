using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>A text, in the Markdown subset of Teams (emphasis, lists, links); it wraps unless told otherwise.</summary>
/// <param name="Text">Markdown. What a person wrote goes through <see cref="CardText.Escape"/> first.</param>
public sealed record TextBlock([property: JsonPropertyOrder(-1)] string Text) : CardElement
{
    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColor? Color { get; init; }

    /// <summary><see cref="TextBlockStyle.Heading"/> lets a screen reader jump to it.</summary>
    public TextBlockStyle? Style { get; init; }

    public FontType? FontType { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSubtle { get; init; }

    public bool Wrap { get; init; } = true;

    public int? MaxLines { get; init; }
}

/// <summary>Pieces of text in one line of thought, each with its own look. Markdown is not read here: nothing needs escaping.</summary>
public sealed record RichTextBlock([property: JsonPropertyOrder(-1)] params IReadOnlyList<TextRun> Inlines) : CardElement
{
    public HorizontalAlignment? HorizontalAlignment { get; init; }
}

/// <summary>A piece of a <see cref="RichTextBlock"/>, shown word for word.</summary>
public sealed record TextRun(string Text)
{
    /// <summary>A word in it that is too long for a phone can be broken: the renderer does not break it by itself.</summary>
    [JsonPropertyOrder(-1)]
    public string Text { get; } = CardText.Breakable(Text);

    [JsonPropertyOrder(-2)]
    public string Type { get; } = "TextRun";

    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColor? Color { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSubtle { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Italic { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Strikethrough { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Underline { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Highlight { get; init; }

    public CardAction? SelectAction { get; init; }
}
