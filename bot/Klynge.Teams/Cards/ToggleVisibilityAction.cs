namespace Klynge.Teams.Cards;

/// <summary>Opens and closes elements in place, on the client alone.</summary>
/// <param name="TargetElements">Ids of elements of the same card; each is turned over.</param>
public sealed record ToggleVisibilityAction(string Title, params IReadOnlyList<string> TargetElements) : CardAction(Title);
