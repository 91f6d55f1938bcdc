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
