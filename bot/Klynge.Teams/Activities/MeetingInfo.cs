using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klynge.Teams.Activities;

public sealed record MeetingInfo
{
    /// <summary>The id that the meeting calls of the connector want; the <c>Id</c> in an event's value is another one.</summary>
    public string? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
