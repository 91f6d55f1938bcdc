using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klynge.Teams.Activities;

/// <summary>The value of an <c>adaptiveCard/action</c> invoke, as it arrives.</summary>
public sealed record CardActionValue
{
    public CardActionPayload? Action { get; init; }

    /// <summary><c>manual</c> when a person pressed, <c>automatic</c> when the client refreshes the card.</summary>
    public string? Trigger { get; init; }

    public string? State { get; init; }

    public JsonElement? Authentication { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

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
