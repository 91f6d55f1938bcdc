using System.Text.Json;
using System.Text.Json.Nodes;

namespace Klynge.Bot.Workbench.Connector;

/// <summary>The body of a call to the connector, held to Teams' limits.</summary>
internal static class ConnectorBody
{
    /// <summary>100 KB counted as UTF-16, which is how Teams counts.</summary>
    private const int MaxCharacters = 100 * 1024 / 2;

    /// <summary>Reads an object of JSON; a refusal where it is none.</summary>
    public static async Task<(JsonObject? Body, IResult? Refusal)> ReadAsync(HttpRequest request)
    {
        JsonNode? body;
        try
        {
            body = await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return (null, ConnectorError.BadSyntax("The body is not JSON."));
        }

        return body is JsonObject found ? (found, null) : (null, ConnectorError.BadSyntax("The body is not a JSON object."));
    }

    /// <summary>Reads an activity that is to be shown.</summary>
    public static async Task<(JsonObject? Activity, IResult? Refusal)> ReadActivityAsync(HttpRequest request)
    {
        var (activity, refusal) = await ReadAsync(request);
        if (activity is null)
            return (null, refusal);
        if (TextOf(activity, "type") is null)
            return (null, ConnectorError.BadSyntax("The activity has no type."));

        return activity.ToJsonString().Length > MaxCharacters ? (null, ConnectorError.TooBig()) : (activity, null);
    }

    public static string? TextOf(JsonNode? node, string name) =>
        node is JsonObject found && found[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>What of an activity the page renders. Nothing else of it is kept.</summary>
    public static JsonObject Content(JsonObject activity)
    {
        var content = new JsonObject();
        foreach (var name in (ReadOnlySpan<string>)["text", "textFormat", "summary", "attachments", "attachmentLayout", "entities"])
        {
            if (activity[name] is { } value)
                content[name] = value.DeepClone();
        }

        return content;
    }
}
