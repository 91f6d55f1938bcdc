using Klynge.Teams.Activities;

namespace Klynge.Application.Messaging;

/// <summary>
/// Who reads along in a shared or private channel: as told by the channel's own list of members, never guessed. A team's standard channel
/// and a chat have none, since all who read there are members of the one team or chat.
/// </summary>
/// <param name="IsShared">Shared with other teams or people; otherwise private: fewer than the team read it.</param>
/// <param name="People">How many accounts the list has; null where Teams did not give the list.</param>
/// <param name="FromOtherTeams">Those who come through another team alone.</param>
/// <param name="FromOtherTenants">Those whose account belongs to another organisation; the bot cannot write to them in person.</param>
/// <example>A channel shared with a municipality's team of four: <c>new ChannelReaders(true, 11, 4, 4)</c>.</example>
public sealed record ChannelReaders(bool IsShared, int? People, int FromOtherTeams, int FromOtherTenants)
{
    /// <summary>What somebody has seen and said yes to; another number of readers is another question.</summary>
    internal string Token => $"{(IsShared ? 's' : 'p')}{People}-{FromOtherTeams}-{FromOtherTenants}";

    /// <summary>How many more outsiders there are than before.</summary>
    internal bool IsWiderThan(ChannelReaders? before) =>
        FromOtherTeams > (before?.FromOtherTeams ?? 0)
        || FromOtherTenants > (before?.FromOtherTenants ?? 0)
        || (People is null && before?.People is not null);

    /// <summary>Counts a list of members.</summary>
    /// <param name="activity">Of the channel: it names the channel's kind, the team that owns it and the bot's tenant.</param>
    /// <param name="members">The list; null where it could not be read.</param>
    /// <returns>Null for a chat, and for a channel that is neither shared nor private.</returns>
    internal static ChannelReaders? Of(Activity activity, IReadOnlyCollection<ChannelAccount>? members)
    {
        var data = activity.ChannelData;
        var team = data?.Team?.AadGroupId;
        var others = members?.Count(member => IsOfAnotherTeam(member, team)) ?? 0;
        var foreigners = members?.Count(member => HomeOf(member, activity.TenantId) is not null) ?? 0;
        var isShared = Is(data?.Channel?.Type, "shared") || Is(data?.EventType, ChannelEvents.Shared) || others > 0 || foreigners > 0;
        return activity.Conversation is { } chat && Is(chat.ConversationType, ConversationAccount.Channel) && (isShared || Is(data?.Channel?.Type, "private"))
            ? new ChannelReaders(isShared, members?.Count, others, foreigners)
            : null;
    }

    /// <summary>The tenant of an account that is not of the bot's own.</summary>
    /// <param name="tenant">The bot's tenant.</param>
    /// <returns>Null for an account of the bot's own tenant, and where the channel does not say.</returns>
    internal static string? HomeOf(ChannelAccount account, string? tenant) =>
        (account.TenantId ?? account.MembershipSources?.Select(source => source.TenantId).FirstOrDefault(one => one is not null)) is { Length: > 0 } home
        && tenant is { Length: > 0 } && !Is(home, tenant)
            ? home.ToLowerInvariant()
            : null;

    private static bool IsOfAnotherTeam(ChannelAccount member, string? team) =>
        member.MembershipSources is { Count: > 0 } sources
        && sources.All(source => Is(source.SourceType, MembershipSource.Team) && team is not null && !Is(source.TeamGroupId, team));

    private static bool Is(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
