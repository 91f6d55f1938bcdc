using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>Which inputs an action sends.</summary>
[JsonConverter(typeof(CardEnumConverter<AssociatedInputs>))]
public enum AssociatedInputs
{
    Auto,
    None,
}
