using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

[JsonConverter(typeof(CardEnumConverter<ActionMode>))]
public enum ActionMode
{
    Primary,
    Secondary,
}
