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

/// <param name="Width">Its share of the table's width.</param>
public sealed record TableColumn(int Width = 1)
{
    public HorizontalAlignment? HorizontalCellContentAlignment { get; init; }
}

public sealed record TableRow([property: JsonPropertyOrder(-1)] params IReadOnlyList<TableCell> Cells)
{
    [JsonPropertyOrder(-2)]
    public string Type { get; } = "TableRow";

    public ContainerStyle? Style { get; init; }
}

public sealed record TableCell([property: JsonPropertyOrder(-1)] params IReadOnlyList<CardElement> Items)
{
    [JsonPropertyOrder(-2)]
    public string Type { get; } = "TableCell";

    public ContainerStyle? Style { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    public CardAction? SelectAction { get; init; }
}
