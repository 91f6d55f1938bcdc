using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>The space above an element.</summary>
[JsonConverter(typeof(CardEnumConverter<Spacing>))]
public enum Spacing
{
    None,
    Small,
    Default,
    Medium,
    Large,
    ExtraLarge,
    Padding,
}
