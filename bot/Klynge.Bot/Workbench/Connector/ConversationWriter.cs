using System.Text.Json.Nodes;
using Klynge.Bot.Workbench.Chats;
using Klynge.Bot.Workbench.Delivery;
using Microsoft.Extensions.Options;

namespace Klynge.Bot.Workbench.Connector;

/// <summary>
/// Takes what the bot sends: a message goes into the transcript, a typing activity only flashes, anything else is accepted and
/// dropped.
/// </summary>
internal sealed class ConversationWriter(ChatStore chats, ChatFeed feed, TeamsActivities activities, IOptions<WorkbenchOptions> options)
{
    /// <returns>The activity's id.</returns>
    public string Write(Chat chat, JsonObject activity)
    {
        var id = chats.NextId();
        switch (ConnectorBody.TextOf(activity, "type"))
        {
            case "message":
                chats.Add(chat, id, new ChatSender(activities.BotId, options.Value.BotName, IsBot: true), ConnectorBody.Content(activity));
                break;
            case "typing":
                feed.Publish(ChatEvent.Typing(chat.Id));
                break;
        }

        return id;
    }
}
