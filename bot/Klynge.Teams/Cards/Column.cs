using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

public sealed record Column
{
    public Column()
    {
    }

    public Column(params IReadOnlyList<CardElement> items) => Items = items;

    [JsonPropertyOrder(-2)]
    public string Type { get; } = "Column";

    [JsonPropertyOrder(-1)]
    public string? Id { get; init; }

    public IReadOnlyList<CardElement> Items { get; init; } = [];

    /// <summary><c>auto</c>, <c>stretch</c>, a share such as <c>2</c>, or pixels such as <c>40px</c>.</summary>
    public string Width { get; init; } = "stretch";

    public ContainerStyle? Style { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    public CardAction? SelectAction { get; init; }

    public Spacing? Spacing { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Separator { get; init; }

    public bool? IsVisible { get; init; }
}
