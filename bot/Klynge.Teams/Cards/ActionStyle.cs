using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

[JsonConverter(typeof(CardEnumConverter<ActionStyle>))]
public enum ActionStyle
{
    Default,
    Positive,
    Destructive,
}
