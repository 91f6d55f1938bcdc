using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

[JsonConverter(typeof(CardEnumConverter<ElementHeight>))]
public enum ElementHeight
{
    Auto,
    Stretch,
}
