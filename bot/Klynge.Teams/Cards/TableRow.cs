using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

public sealed record TableRow([property: JsonPropertyOrder(-1)] params IReadOnlyList<TableCell> Cells)
{
    [JsonPropertyOrder(-2)]
    public string Type { get; } = "TableRow";

    public ContainerStyle? Style { get; init; }
}
