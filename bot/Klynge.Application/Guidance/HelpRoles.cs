using Klynge.Application.Chat.Commands;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;

namespace Klynge.Application.Guidance;

/// <summary>What the seats of a person in a forum come to: the roles that commands are for, and the words for them.</summary>
internal static class HelpRoles
{
    /// <summary>A substitute is helped as a member is: the seat can become theirs at any time.</summary>
    internal static CommandRoles Of(ForumAccess access) =>
        access.Own.Select(seat => Of(seat.Role)).Aggregate(
            access.StandsInFor.Count > 0 ? CommandRoles.Member : CommandRoles.None, (all, one) => all | one);

    internal static string Danish(ForumAccess access)
    {
        var words = access.Own.Select(seat => seat.Role == Role.Secretariat ? Texts.InSecretariat : seat.Role.Danish());
        return DanishFormat.List(access.StandsInFor.Count > 0 ? [.. words.Distinct(StringComparer.Ordinal), Texts.Substitute] : [.. words.Distinct(StringComparer.Ordinal)]);
    }

    private static CommandRoles Of(Role role) => role switch
    {
        Role.Member => CommandRoles.Member,
        Role.Chair or Role.CoChair => CommandRoles.Chair,
        Role.Secretariat => CommandRoles.Secretariat,
        Role.Observer or Role.Administrative or Role.Guest => CommandRoles.Other,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
