using System.Net;
using System.Text.Json.Nodes;
using Klynge.Bot.Workbench.Chats;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Bot.Workbench.Delivery;

/// <summary>
/// Writes activities the way Teams writes them, its habits included: HTML entities in the text, the mention both in the text
/// and as an entity, PascalCase in meeting events.
/// </summary>
internal sealed class TeamsActivities(IClock clock, BotAddress address, IOptions<WorkbenchOptions> options)
{
    private static readonly DateTimeZone Danish = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    public string BotId => "28:" + options.Value.BotAppId;

    /// <summary>A message that a person typed. In a forum's chat it mentions the bot; Teams delivers no other to it.</summary>
    public JsonObject Message(string id, Chat chat, WorkbenchPerson from, string text)
    {
        var encoded = WebUtility.HtmlEncode(text);
        var activity = Envelope("message", id, chat, from);
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

    /// <summary>What Action.Submit sends: a message without text, the inputs as its value.</summary>
    public JsonObject Submit(string id, Chat chat, WorkbenchPerson from, string card, JsonNode? value)
    {
        var activity = Envelope("message", id, chat, from);
        activity["replyToId"] = card;
        activity["value"] = value?.DeepClone() ?? new JsonObject();
        return activity;
    }

    /// <summary>What Action.Execute sends, by hand or as a card's automatic refresh.</summary>
    public JsonObject CardAction(string id, Chat chat, WorkbenchPerson from, CardAction pressed)
    {
        var activity = Envelope("invoke", id, chat, from);
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
        var activity = Envelope("event", id, chat, from);
        activity["name"] = "application/vnd.microsoft.meeting" + (started ? "Start" : "End");
        activity["channelData"]!["meeting"] = new JsonObject { ["id"] = meeting.Id };
        activity["value"] = new JsonObject
        {
            ["Id"] = meeting.Id,
            ["MeetingType"] = "Scheduled",
            ["JoinUrl"] = meeting.JoinUrl,
            ["Title"] = meeting.Title,
            [started ? "StartTime" : "EndTime"] = Timestamp(clock.GetCurrentInstant()),
        };
        return activity;
    }

    /// <summary>The bot is added to the chat: Teams tells it twice, once as a member and once as an installed app.</summary>
    public (JsonObject Joined, JsonObject Installed) Installation(string joinedId, string installedId, Chat chat, WorkbenchPerson from)
    {
        var joined = Envelope("conversationUpdate", joinedId, chat, from);
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = BotId });

        var installed = Envelope("installationUpdate", installedId, chat, from);
        installed["action"] = "add";
        return (joined, installed);
    }

    private string MentionText => $"<at>{WebUtility.HtmlEncode(options.Value.BotName)}</at>";

    private JsonObject Mention() => new()
    {
        ["type"] = "mention",
        ["mentioned"] = new JsonObject { ["id"] = BotId, ["name"] = options.Value.BotName },
        ["text"] = MentionText,
    };

    private JsonObject Envelope(string type, string id, Chat chat, WorkbenchPerson from)
    {
        var now = clock.GetCurrentInstant();
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = Timestamp(now),
            ["localTimestamp"] = OffsetDateTimePattern.ExtendedIso.Format(now.InZone(Danish).ToOffsetDateTime()),
            ["localTimezone"] = Danish.Id,
            ["channelId"] = "msteams",
            ["serviceUrl"] = address.Connector.AbsoluteUri,
            ["from"] = new JsonObject { ["id"] = from.Id, ["name"] = from.Name, ["aadObjectId"] = from.AadObjectId },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = options.Value.BotName },
            ["conversation"] = Conversation(chat),
            ["locale"] = "da-DK",
            ["entities"] = new JsonArray(ClientInfo()),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = options.Value.TenantId } },
        };
    }

    private JsonObject Conversation(Chat chat)
    {
        var conversation = new JsonObject
        {
            ["id"] = chat.Id,
            ["tenantId"] = options.Value.TenantId,
            ["conversationType"] = chat.Kind switch
            {
                ChatKind.Personal => "personal",
                ChatKind.GroupChat => "groupChat",
                ChatKind.Channel => "channel",
                _ => throw new InvalidOperationException($"No such kind of chat: {chat.Kind}"),
            },
        };
        if (chat.Kind != ChatKind.Personal)
        {
            conversation["isGroup"] = true;
            conversation["name"] = chat.Forum?.Name;
        }

        return conversation;
    }

    private static JsonObject ClientInfo() => new()
    {
        ["type"] = "clientInfo",
        ["locale"] = "da-DK",
        ["country"] = "DK",
        ["platform"] = "Web",
        ["timezone"] = Danish.Id,
    };

    private static string Timestamp(Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}
