using System.Text.Json.Nodes;
using Klynge.Bot.Workbench.Chats;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Bot.Workbench.Delivery;

/// <summary>What stands on every activity of Teams: from whom, to whom, in which conversation, when, and where to answer.</summary>
internal sealed class TeamsEnvelope(IClock clock, BotAddress address, IOptions<WorkbenchOptions> options)
{
    private static readonly DateTimeZone Danish = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    public string BotId => "28:" + options.Value.BotAppId;

    /// <summary>Now, as Teams writes it.</summary>
    public string Timestamp => InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant());

    /// <summary>The fields of every activity.</summary>
    public JsonObject Around(string type, string id, Chat chat, WorkbenchPerson from)
    {
        var now = clock.GetCurrentInstant();
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = InstantPattern.ExtendedIso.Format(now),
            ["localTimestamp"] = OffsetDateTimePattern.ExtendedIso.Format(now.InZone(Danish).ToOffsetDateTime()),
            ["localTimezone"] = Danish.Id,
            ["channelId"] = "msteams",
            ["serviceUrl"] = address.Connector.AbsoluteUri,
            ["from"] = new JsonObject { ["id"] = from.Id, ["name"] = from.Name, ["aadObjectId"] = from.AadObjectId },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = options.Value.BotName },
            ["conversation"] = Conversation(chat),
            ["locale"] = "da-DK",
            ["entities"] = new JsonArray(ClientInfo()),
            ["channelData"] = ChannelData(chat),
        };
    }

    private JsonObject ChannelData(Chat chat)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = options.Value.TenantId } };
        if (options.Value.ChatsAreMeetings && chat.Forum is { Meeting: not null } forum)
            data["meeting"] = new JsonObject { ["id"] = MeetingOfChat.Of(forum).Id };

        return data;
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
}
