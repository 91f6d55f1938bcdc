using Klynge.Teams.Activities;

namespace Klynge.Teams.Cards;

/// <summary>What Teams reads of a card beyond the standard.</summary>
public sealed record TeamsCardProperties
{
    public static TeamsCardProperties FullWidth { get; } = new() { Width = "Full" };

    /// <summary><c>Full</c> lets the card use the width of the chat.</summary>
    public string? Width { get; init; }

    /// <summary>Mentions whose text stands in a text block.</summary>
    public IReadOnlyList<Entity>? Entities { get; init; }
}
