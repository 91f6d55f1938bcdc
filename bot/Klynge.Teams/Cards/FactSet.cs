using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>Pairs of a name and a value, in two columns.</summary>
public sealed record FactSet([property: JsonPropertyOrder(-1)] params IReadOnlyList<Fact> Facts) : CardElement;
