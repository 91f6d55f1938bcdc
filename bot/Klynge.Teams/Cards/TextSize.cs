using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

[JsonConverter(typeof(CardEnumConverter<TextSize>))]
public enum TextSize
{
    Small,
    Default,
    Medium,
    Large,
    ExtraLarge,
}
