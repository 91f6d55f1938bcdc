namespace Klynge.Teams.Cards;

/// <summary>Unfolds a small card under the buttons.</summary>
public sealed record ShowCardAction(string Title, AdaptiveCard Card) : CardAction(Title);
