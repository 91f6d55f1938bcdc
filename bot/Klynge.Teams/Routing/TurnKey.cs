using Klynge.Teams.Activities;

namespace Klynge.Teams.Routing;

/// <summary>What makes two deliveries the same one. Type and sender narrow it: an edit repeats the id of the message it edits.</summary>
internal readonly record struct TurnKey(string Channel, string Conversation, string Type, string? Name, string Sender, string Id)
{
    /// <returns>Null when the channel gave no id: then every delivery counts as a new one.</returns>
    public static TurnKey? From(Activity activity) =>
        activity is { Id.Length: > 0, ChannelId: { } channel, Conversation.Id: { } conversation, Type: { } type, From.Id: { } sender }
            ? new TurnKey(channel, conversation, type, activity.Name, sender, activity.Id)
            : null;
}
