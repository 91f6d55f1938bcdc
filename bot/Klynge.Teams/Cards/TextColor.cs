using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>The theme chooses the shade. A state is a word and a colour, never a colour alone.</summary>
[JsonConverter(typeof(CardEnumConverter<TextColor>))]
public enum TextColor
{
    Default,
    Dark,
    Light,
    Accent,
    Good,
    Warning,
    Attention,
}
