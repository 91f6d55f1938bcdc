using System.Net;
using System.Text.Json.Nodes;

namespace Klynge.Testing;

/// <summary>What a function answered the Functions host.</summary>
public sealed record FunctionAnswer(HttpStatusCode Status, string Body)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public IReadOnlyList<string> Logs => [.. Json[nameof(Logs)]!.AsArray().Select(line => (string)line!)];
}
