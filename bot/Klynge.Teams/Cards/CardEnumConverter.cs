using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>Writes an enum as the schema's camelCase string; numbers are refused in both directions.</summary>
public sealed class CardEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
