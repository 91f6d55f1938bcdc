using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klynge.Teams.Activities;

public sealed record CardActionPayload
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Verb { get; init; }

    /// <summary>The action's data with the values of the inputs laid over it; anyone can alter it before sending.</summary>
    public JsonElement? Data { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
