using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Klynge.Teams.Activities;

namespace Klynge.Teams.Cards;

/// <summary>The one serializer of cards, made once. Danish letters go out as they are: cards have a size limit.</summary>
public static class CardJson
{
    /// <summary>The size under which cards are to stay, well below what Teams takes.</summary>
    public const int MaxBytes = 80 * 1024;

    internal static CardJsonContext Context { get; } =
        new(new JsonSerializerOptions(CardJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Serialize(AdaptiveCard card) => JsonSerializer.Serialize(card, Context.AdaptiveCard);

    public static JsonElement ToElement(AdaptiveCard card) => JsonSerializer.SerializeToElement(card, Context.AdaptiveCard);

    /// <summary>The size that Teams counts: the JSON as UTF-16, two bytes to a unit.</summary>
    public static int MeasureBytes(AdaptiveCard card) => 2 * Serialize(card).Length;

    /// <summary>The characters that an element takes in the JSON of its card.</summary>
    public static int Measure(CardElement element) => JsonSerializer.Serialize(element, Context.CardElement).Length;

    internal static byte[] ToUtf8(CardActionResponse response) => response.NewCard is { } card
        ? JsonSerializer.SerializeToUtf8Bytes(new CardEnvelope(response.StatusCode, response.Type, card), Context.CardEnvelope)
        : response.Code is { } code
            ? JsonSerializer.SerializeToUtf8Bytes(
                new ErrorEnvelope(response.StatusCode, response.Type, new ProtocolErrorBody(code, response.Text)), Context.ErrorEnvelope)
            : JsonSerializer.SerializeToUtf8Bytes(
                new TextEnvelope(response.StatusCode, response.Type, response.Text ?? ""), Context.TextEnvelope);
}

/// <summary>The generated metadata. Use it through <see cref="CardJson.Context"/>, which adds the encoder.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(CardEnvelope))]
[JsonSerializable(typeof(TextEnvelope))]
[JsonSerializable(typeof(ErrorEnvelope))]
[JsonSerializable(typeof(SearchEnvelope))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(decimal))]
internal sealed partial class CardJsonContext : JsonSerializerContext;

internal sealed record CardEnvelope(int StatusCode, string Type, AdaptiveCard Value);

internal sealed record TextEnvelope(int StatusCode, string Type, string Value);

internal sealed record ErrorEnvelope(int StatusCode, string Type, ProtocolErrorBody Value);

internal sealed record SearchEnvelope(int StatusCode, string Type, SearchHits Value);

internal sealed record SearchHits(IReadOnlyList<Choice> Results);
