using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

[JsonConverter(typeof(CardEnumConverter<ChoiceInputStyle>))]
public enum ChoiceInputStyle
{
    Compact,
    Expanded,
    Filtered,
}
