using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

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
