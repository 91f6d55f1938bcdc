using System.Net;
using System.Text.Json.Nodes;

namespace Klynge.EndToEnd.Tests.Support;

/// <summary>What the bot made of one activity.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">An invoke's answer.</param>
/// <param name="Messages">What the bot wrote or rewrote in the chat while it answered.</param>
public sealed record ChannelAnswer(HttpStatusCode Status, JsonNode? Body, IReadOnlyList<JsonNode> Messages)
{
    /// <summary>Of a pressed button: 200, 400 (refused) or 500 (the bot's own failure).</summary>
    public int? CardStatus => (int?)(Body as JsonObject)?["statusCode"];

    /// <summary>The sentence that a refused button shows, the card stays as it is.</summary>
    public string Refusal => (string?)Body?["value"]?["message"] ?? string.Empty;

    /// <summary>All that a person can read in it, in one text, without the joiners that keep it from being markup.</summary>
    public string Text => TextOf([.. Messages, Body]);

    internal static string TextOf(params IEnumerable<JsonNode?> nodes) =>
        string.Join('\n', nodes.SelectMany(Texts)).Replace("\u2060", string.Empty, StringComparison.Ordinal);

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject parent => parent.SelectMany(pair => pair.Value is JsonValue value && pair.Key is "text" or "title" or "message" or "altText"
            ? [pair.Value!.ToString()]
            : Texts(pair.Value)),
        JsonArray list => list.SelectMany(Texts),
        _ => [],
    };
}
