using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>A grid that a screen reader reads as a table. On a phone it gets narrow fast: prefer rows of <see cref="ColumnSet"/>.</summary>
public sealed record Table(
    [property: JsonPropertyOrder(-2)] IReadOnlyList<TableColumn> Columns,
    [property: JsonPropertyOrder(-1)] IReadOnlyList<TableRow> Rows) : CardElement
{
    /// <summary>The first row is the heading.</summary>
    public bool FirstRowAsHeader { get; init; } = true;

    public bool ShowGridLines { get; init; } = true;

    public ContainerStyle? GridStyle { get; init; }
}
