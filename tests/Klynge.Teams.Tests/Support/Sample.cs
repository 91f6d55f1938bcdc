using System.Text.Json.Nodes;

namespace Klynge.Teams.Tests.Support;

/// <summary>Activities as Teams sends them, with invented ids and people.</summary>
internal static class Sample
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    public static JsonObject Message(string text = "dagsorden", string? serviceUrl = ServiceUrl, string? id = null) => new()
    {
        ["type"] = "message",
        ["id"] = id ?? Guid.NewGuid().ToString("N"),
        ["timestamp"] = "2026-11-22T09:00:00.123Z",
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject
        {
            ["id"] = "29:bodil",
            ["name"] = "Bodil Krag",
            ["aadObjectId"] = "33333333-3333-3333-3333-333333333333",
        },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Klynge" },
        ["conversation"] = new JsonObject
        {
            ["id"] = "a:personal-chat",
            ["conversationType"] = "personal",
            ["tenantId"] = ChannelMetadata.TenantId,
        },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ChannelMetadata.TenantId } },
        ["text"] = text,
    };

    public static JsonObject Invoke(string name, JsonNode? value = null, string? serviceUrl = ServiceUrl, string? id = null)
    {
        var activity = Message(serviceUrl: serviceUrl, id: id);
        activity["type"] = "invoke";
        activity["name"] = name;
        activity["value"] = value;
        activity.Remove("text");
        return activity;
    }

    public static JsonObject CardAction(
        string verb, JsonObject? data = null, string? serviceUrl = ServiceUrl, string? id = null, string trigger = "manual")
    {
        var action = new JsonObject { ["type"] = "Action.Execute", ["id"] = "b1", ["verb"] = verb, ["data"] = data ?? [] };
        var activity = Invoke("adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = trigger }, serviceUrl, id);
        activity["replyToId"] = "1700000000000";
        return activity;
    }
}
