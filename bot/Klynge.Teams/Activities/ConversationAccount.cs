using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klynge.Teams.Activities;

/// <summary>A chat, or a thread in a channel (then the id ends with <c>;messageid=…</c>).</summary>
public sealed record ConversationAccount
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";

    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary><see cref="Personal"/>, <see cref="GroupChat"/> (also a meeting's chat) or <see cref="Channel"/>.</summary>
    public string? ConversationType { get; init; }

    public bool? IsGroup { get; init; }

    public string? TenantId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>One person and the bot alone. A conversation that does not say is taken for a group: the careful reading.</summary>
    [JsonIgnore]
    public bool IsPersonal => string.Equals(ConversationType, Personal, StringComparison.OrdinalIgnoreCase);
}
