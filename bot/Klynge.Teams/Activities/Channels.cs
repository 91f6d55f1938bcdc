namespace Klynge.Teams.Activities;

/// <summary>Channels by their ids.</summary>
public static class Channels
{
    public const string Teams = "msteams";

    /// <summary>
    /// Whether the channel has itself found out who sends: Teams signs people in with Entra, so tenant and object id of its activities are
    /// facts. In another channel's activities they are what a client wrote.
    /// </summary>
    public static bool ProvesPeople(string? channelId) => string.Equals(channelId, Teams, StringComparison.Ordinal);
}
