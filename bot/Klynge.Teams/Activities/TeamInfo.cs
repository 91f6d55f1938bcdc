using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klynge.Teams.Activities;

public sealed record TeamInfo
{
    /// <summary>The team's own thread id (<c>19:…</c>), not its group in Entra.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The Microsoft 365 group behind the team: the id that Graph wants.</summary>
    public string? AadGroupId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
