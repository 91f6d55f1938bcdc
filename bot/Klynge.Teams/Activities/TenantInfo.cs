using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klynge.Teams.Activities;

public sealed record TenantInfo
{
    public string? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
