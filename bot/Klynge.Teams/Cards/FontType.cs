using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

[JsonConverter(typeof(CardEnumConverter<FontType>))]
public enum FontType
{
    Default,
    Monospace,
}
