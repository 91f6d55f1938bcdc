using System.Text.Json.Serialization;
using Klynge.Teams.Activities;

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

    /// <summary>What it says is for its reader's eyes in Teams: whoever sends it another way sends <see cref="FallbackText"/> alone. Not in the JSON.</summary>
    [JsonIgnore]
    public bool IsConfidential { get; init; }

    /// <summary>The page that shows the same, below the host's address: <c>/moeder/0197…</c>. Whoever sends the card may put a link to it on. Not in the JSON.</summary>
    [JsonIgnore]
    public string? Page { get; init; }

    public required IReadOnlyList<CardElement> Body { get; init; }

    /// <summary>The buttons at the foot. Teams shows at most six; <see cref="ActionMode.Secondary"/> ones stand behind "…".</summary>
    public IReadOnlyList<CardAction>? Actions { get; init; }

    public CardAction? SelectAction { get; init; }

    public TeamsCardProperties? Msteams { get; init; } = TeamsCardProperties.FullWidth;
}

/// <summary>
/// The client runs <see cref="Action"/> by itself when it shows the card to one of <see cref="UserIds"/>. Without ids
/// Teams refreshes automatically only where at most 60 people are.
/// </summary>
public sealed record CardRefresh
{
    public const int MaxUserIds = 60;

    /// <exception cref="ArgumentException">More than <see cref="MaxUserIds"/> ids: Teams would refuse the card.</exception>
    public CardRefresh(ExecuteAction action, IReadOnlyList<string>? userIds = null)
    {
        if (userIds?.Count > MaxUserIds)
            throw new ArgumentException($"At most {MaxUserIds} user ids, not {userIds.Count}.", nameof(userIds));
        (Action, UserIds) = (action, userIds);
    }

    public CardAction Action { get; }

    /// <summary>Channel ids (<c>29:…</c>).</summary>
    public IReadOnlyList<string>? UserIds { get; }
}

/// <summary>What Teams reads of a card beyond the standard.</summary>
public sealed record TeamsCardProperties
{
    public static TeamsCardProperties FullWidth { get; } = new() { Width = "Full" };

    /// <summary><c>Full</c> lets the card use the width of the chat.</summary>
    public string? Width { get; init; }

    /// <summary>Mentions whose text stands in a text block.</summary>
    public IReadOnlyList<Entity>? Entities { get; init; }
}
