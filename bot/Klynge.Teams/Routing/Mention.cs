namespace Klynge.Teams.Routing;

/// <summary>Somebody whom a message mentions, other than the bot.</summary>
/// <param name="Name">As it stands in <see cref="TurnContext.Text"/>; a display name, and so no key.</param>
/// <param name="Id">The channel's id of the account (<c>29:…</c>).</param>
/// <param name="AadObjectId">The account's id in Entra, where the channel tells it.</param>
public sealed record Mention(string Name, string Id, string? AadObjectId);
