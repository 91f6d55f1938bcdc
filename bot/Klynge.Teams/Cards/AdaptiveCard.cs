using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>
/// An Adaptive Card 1.5, the highest version that Teams renders. Only the elements that are used exist here. Teams takes up
/// to 100 KB counted as UTF-16; stay under 80 KB (<see cref="CardJson.MeasureBytes"/>).
/// </summary>
public sealed record AdaptiveCard
{
    [JsonPropertyOrder(-4)]
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyName("$schema")]
    [JsonPropertyOrder(-3)]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    [JsonPropertyOrder(-2)]
    public string Version { get; } = "1.5";

    /// <summary>What a screen reader says for the whole card.</summary>
    public required string Speak { get; init; }

    /// <summary>What a client shows that cannot render the card; also the text of the notification.</summary>
    public required string FallbackText { get; init; }

    /// <summary>Asks the bot for each viewer's own version of the card.</summary>
    public CardRefresh? Refresh { get; init; }

    public required IReadOnlyList<CardElement> Body { get; init; }

    /// <summary>The buttons at the foot. Teams shows at most six; <see cref="ActionMode.Secondary"/> ones stand behind "…".</summary>
    public IReadOnlyList<CardAction>? Actions { get; init; }

    public CardAction? SelectAction { get; init; }

    public TeamsCardProperties? Msteams { get; init; } = TeamsCardProperties.FullWidth;
}
