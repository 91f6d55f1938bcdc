using System.Text.Json.Nodes;

namespace Klynge.EndToEnd.Tests.Support;

/// <summary>A message of the bot's as somebody sees it, with what can be pressed on it.</summary>
public sealed class ShownCard(JsonNode message)
{
    /// <summary>The channel's id of the message.</summary>
    public string Id => (string)message["id"]!;

    public string Text => ChannelAnswer.TextOf(message);

    /// <summary>The values of its fields, as they stand before anybody has touched them.</summary>
    public IReadOnlyDictionary<string, string> Fields => Objects(message)
        .Where(one => ((string?)one["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true)
        .ToDictionary(one => (string)one["id"]!, one => (string?)one["value"] ?? string.Empty, StringComparer.Ordinal);

    /// <summary>Where its buttons lead that open a page.</summary>
    public IReadOnlyList<string> Links => [.. Objects(message).Select(one => one["url"]).OfType<JsonValue>().Select(url => url.ToString())];

    /// <summary>What a button sends, by what stands on it.</summary>
    public (string Verb, JsonObject Data) Button(string title)
    {
        var action = Objects(message).First(one => (string?)one["title"] == title && one["verb"] is not null);
        return ((string)action["verb"]!, (JsonObject)action["data"]!.DeepClone());
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject parent => parent.SelectMany(pair => Objects(pair.Value)).Prepend(parent),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
