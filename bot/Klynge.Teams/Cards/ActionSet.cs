using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>Buttons within the body.</summary>
public sealed record ActionSet([property: JsonPropertyOrder(-1)] params IReadOnlyList<CardAction> Actions) : CardElement
{
    public HorizontalAlignment? HorizontalAlignment { get; init; }
}
