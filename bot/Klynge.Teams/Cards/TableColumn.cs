namespace Klynge.Teams.Cards;

/// <param name="Width">Its share of the table's width.</param>
public sealed record TableColumn(int Width = 1)
{
    public HorizontalAlignment? HorizontalCellContentAlignment { get; init; }
}
