using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

public sealed record Container : CardElement
{
    public Container()
    {
    }

    public Container(params IReadOnlyList<CardElement> items) => Items = items;

    public IReadOnlyList<CardElement> Items { get; init; } = [];

    public ContainerStyle? Style { get; init; }

    /// <summary>What a press anywhere on it does; with <see cref="CardAction.Title"/> as its accessible name.</summary>
    public CardAction? SelectAction { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    /// <summary>Lets it reach into its parent's margins.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Bleed { get; init; }

    /// <summary>Such as <c>40px</c>.</summary>
    public string? MinHeight { get; init; }
}
