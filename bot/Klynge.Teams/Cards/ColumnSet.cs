using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>Columns beside each other. They do not wrap: at 320 px three narrow ones are the most.</summary>
public sealed record ColumnSet : CardElement
{
    public ColumnSet()
    {
    }

    public ColumnSet(params IReadOnlyList<Column> columns) => Columns = columns;

    public IReadOnlyList<Column> Columns { get; init; } = [];

    public ContainerStyle? Style { get; init; }

    public CardAction? SelectAction { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Bleed { get; init; }
}
