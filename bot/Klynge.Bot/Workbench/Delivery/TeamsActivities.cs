using System.Text.Json.Nodes;
using Klynge.Bot.Workbench.Chats;
using Microsoft.Extensions.Options;

namespace Klynge.Bot.Workbench.Delivery;

/// <summary>
/// Writes activities the way Teams writes them, its habits included: HTML entities in the text, the mention both in the text
/// and as an entity, PascalCase in meeting events.
/// </summary>
internal sealed class TeamsActivities(TeamsEnvelope envelope, BotAddress address, IOptions<WorkbenchOptions> options)
{
    public string BotId => envelope.BotId;

    private string MentionText => $"<at>{Encode(options.Value.BotName)}</at>";

    /// <summary>A message that a person typed. In a forum's chat it mentions the bot; Teams delivers no other to it.</summary>
    public JsonObject Message(string id, Chat chat, WorkbenchPerson from, string text)
    {
        var encoded = Encode(text);
        var activity = envelope.Around("message", id, chat, from);
        activity["textFormat"] = "plain";
        activity["text"] = chat.Kind == ChatKind.Personal ? encoded : $"{MentionText} {encoded}";
        activity["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/html",
            ["content"] = $"<p>{activity["text"]}</p>",
        });
        if (chat.Kind != ChatKind.Personal)
            activity["entities"]!.AsArray().Insert(0, Mention());
        return activity;
    }

    /// <summary>
    /// A file that a person dropped. In the personal chat Teams says where it can be fetched for a while; in a forum's chat it stands in
    /// SharePoint, and the bot gets a reference that it cannot open.
    /// </summary>
    /// <param name="file">Of the <see cref="FileShelf"/>.</param>
    public JsonObject File(string id, Chat chat, WorkbenchPerson from, string name, string file)
    {
        var activity = Message(id, chat, from, string.Empty);
        var url = $"{address.Connector}/files/{file}";
        activity["text"] = chat.Kind == ChatKind.Personal ? string.Empty : MentionText;
        activity["attachments"] = new JsonArray(chat.Kind == ChatKind.Personal
            ? new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                ["contentUrl"] = url,
                ["name"] = name,
                ["content"] = new JsonObject { ["downloadUrl"] = url, ["uniqueId"] = file, ["fileType"] = Path.GetExtension(name).TrimStart('.') },
            }
            : new JsonObject { ["contentType"] = "reference", ["contentUrl"] = "https://klynge.sharepoint.example/sites/sundhedsraad", ["name"] = name });
        return activity;
    }

    /// <summary>What Action.Submit sends: a message without text, the inputs as its value.</summary>
    public JsonObject Submit(string id, Chat chat, WorkbenchPerson from, string card, JsonNode? value)
    {
        var activity = envelope.Around("message", id, chat, from);
        activity["replyToId"] = card;
        activity["value"] = value?.DeepClone() ?? new JsonObject();
        return activity;
    }

    /// <summary>What Action.Execute sends, by hand or as a card's automatic refresh.</summary>
    public JsonObject CardAction(string id, Chat chat, WorkbenchPerson from, CardAction pressed)
    {
        var activity = envelope.Around("invoke", id, chat, from);
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = pressed.Card;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["id"] = pressed.Id,
                ["verb"] = pressed.Verb,
                ["data"] = pressed.Data?.DeepClone() ?? new JsonObject(),
            },
            ["trigger"] = pressed.Automatic ? "automatic" : "manual",
        };
        return activity;
    }

    public JsonObject MeetingEvent(string id, Chat chat, WorkbenchPerson from, MeetingOfChat meeting, bool started)
    {
        var activity = envelope.Around("event", id, chat, from);
        activity["name"] = "application/vnd.microsoft.meeting" + (started ? "Start" : "End");
        activity["channelData"]!["meeting"] = new JsonObject { ["id"] = meeting.Id };
        activity["value"] = new JsonObject
        {
            ["Id"] = meeting.Id,
            ["MeetingType"] = "Scheduled",
            ["JoinUrl"] = meeting.JoinUrl,
            ["Title"] = meeting.Title,
            [started ? "StartTime" : "EndTime"] = envelope.Timestamp,
        };
        return activity;
    }

    /// <summary>The bot is added to the chat: Teams tells it twice, once as a member and once as an installed app.</summary>
    public (JsonObject Joined, JsonObject Installed) Installation(string joinedId, string installedId, Chat chat, WorkbenchPerson from)
    {
        var joined = envelope.Around("conversationUpdate", joinedId, chat, from);
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = BotId });

        var installed = envelope.Around("installationUpdate", installedId, chat, from);
        installed["action"] = "add";
        return (joined, installed);
    }

    /// <summary>Teams writes the three signs of markup as entities, and every other letter as itself.</summary>
    private static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private JsonObject Mention() => new()
    {
        ["type"] = "mention",
        ["mentioned"] = new JsonObject { ["id"] = BotId, ["name"] = options.Value.BotName },
        ["text"] = MentionText,
    };
}
