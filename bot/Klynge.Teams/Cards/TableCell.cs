using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

public sealed record TableCell([property: JsonPropertyOrder(-1)] params IReadOnlyList<CardElement> Items)
{
    [JsonPropertyOrder(-2)]
    public string Type { get; } = "TableCell";

    public ContainerStyle? Style { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    public CardAction? SelectAction { get; init; }
}
