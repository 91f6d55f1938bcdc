using System.Text.Json;
using System.Text.Json.Serialization;
using Klynge.Teams.Cards;

namespace Klynge.Teams.Activities;

public sealed record Attachment
{
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public JsonElement? Content { get; init; }

    public string? Name { get; init; }

    public string? ThumbnailUrl { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    public static Attachment For(AdaptiveCard card) => For(CardJson.ToElement(card));

    /// <summary>A card that was serialised before, such as one kept in an outbox.</summary>
    public static Attachment For(JsonElement card) => new() { ContentType = AdaptiveCardType, Content = card };
}
