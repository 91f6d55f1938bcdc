namespace Klynge.Bot.Manifest;

/// <summary>What the one who makes the package wrote on the command line; null where the settings decide.</summary>
/// <param name="AppId">The bot's registration, which is also the Teams app's own id.</param>
/// <param name="Domain">Where the bot answers, without scheme and path.</param>
/// <param name="Website">The authority's page about the bot; the domain's front page by default.</param>
/// <param name="Privacy">Its privacy notice; <paramref name="Website"/> by default.</param>
/// <param name="Terms">Its terms of use; <paramref name="Website"/> by default.</param>
internal sealed record ManifestRequest(string? AppId, string? Domain, string? Website, string? Privacy, string? Terms);
