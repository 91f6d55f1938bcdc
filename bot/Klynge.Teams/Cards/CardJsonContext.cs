using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>The generated metadata. Use it through <see cref="CardJson.Context"/>, which adds the encoder.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(CardEnvelope))]
[JsonSerializable(typeof(TextEnvelope))]
[JsonSerializable(typeof(ErrorEnvelope))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(decimal))]
internal sealed partial class CardJsonContext : JsonSerializerContext;
