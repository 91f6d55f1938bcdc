using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klynge.Teams.Activities;

/// <param name="Type"><c>like</c>, <c>heart</c>, <c>laugh</c>, …</param>
public sealed record MessageReaction(string? Type)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
