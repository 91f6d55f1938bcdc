using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klynge.Teams.Activities;

/// <summary>A person or a bot, as the channel knows it.</summary>
public sealed record ChannelAccount
{
    /// <summary>The channel's own id (<c>29:…</c> for a person, <c>28:…</c> for a bot), different for every bot.</summary>
    public string? Id { get; init; }

    /// <summary>The display name; anyone may call themselves anything, so never a key.</summary>
    public string? Name { get; init; }

    /// <summary>The person's id in Entra: the key to recognise somebody by.</summary>
    public string? AadObjectId { get; init; }

    /// <summary>Only in answers to a question about members, like <see cref="UserPrincipalName"/>.</summary>
    public string? Email { get; init; }

    public string? UserPrincipalName { get; init; }

    public string? GivenName { get; init; }

    public string? Surname { get; init; }

    /// <summary><c>user</c>, <c>guest</c> or <c>anonymous</c> in a list of members.</summary>
    public string? UserRole { get; init; }

    public string? TenantId { get; init; }

    /// <summary>The Entra id under the name that some answers about members use.</summary>
    public string? ObjectId { get; init; }

    /// <summary>
    /// How somebody came to a shared or private channel, in a list of its members; empty elsewhere. One person can come in several
    /// ways: named in the channel, and by a team that the channel is shared with.
    /// </summary>
    public IReadOnlyList<MembershipSource>? MembershipSources { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>One way by which a person belongs to a channel.</summary>
public sealed record MembershipSource
{
    public const string Team = "team";

    /// <summary>The channel's or the team's thread id.</summary>
    public string? Id { get; init; }

    /// <summary><c>direct</c>: named there; <c>transitive</c>: through a team that the channel is shared with.</summary>
    public string? MembershipType { get; init; }

    /// <summary><c>channel</c> or <c>team</c>: whose list the person stands on.</summary>
    public string? SourceType { get; init; }

    /// <summary>The Microsoft 365 group of that team.</summary>
    public string? TeamGroupId { get; init; }

    /// <summary>The Entra tenant of the person.</summary>
    public string? TenantId { get; init; }
}
