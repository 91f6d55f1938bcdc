using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>Pieces of text in one line of thought, each with its own look. Markdown is not read here: nothing needs escaping.</summary>
public sealed record RichTextBlock([property: JsonPropertyOrder(-1)] params IReadOnlyList<TextRun> Inlines) : CardElement
{
    public HorizontalAlignment? HorizontalAlignment { get; init; }
}
