using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;

namespace Klynge.Application.Guidance;

/// <summary>What the seats of a person in a forum come to: the columns of the table of rights, and the words for them.</summary>
internal static class HelpRoles
{
    internal static Actors Of(ForumAccess access) =>
        access.Own.Select(seat => Of(seat.Role)).Aggregate(access.StandsInFor.Count > 0 ? Actors.Substitute : Actors.Nobody, (all, one) => all | one);

    internal static string Danish(ForumAccess access)
    {
        var words = access.Own.Select(seat => seat.Role == Role.Secretariat ? Texts.InSecretariat : seat.Role.Danish());
        return DanishFormat.List(access.StandsInFor.Count > 0 ? [.. words.Distinct(StringComparer.Ordinal), Texts.Substitute] : [.. words.Distinct(StringComparer.Ordinal)]);
    }

    private static Actors Of(Role role) => role switch
    {
        Role.Member => Actors.Member,
        Role.Chair or Role.CoChair => Actors.Chair,
        Role.Secretariat => Actors.Secretariat,
        Role.Observer => Actors.Observer,
        Role.Administrative => Actors.Administrative,
        Role.Guest => Actors.Guest,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
