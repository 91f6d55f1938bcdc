using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;

namespace Klynge.Application.Guidance;

/// <summary>The words for what the seats of a person in a forum come to.</summary>
internal static class HelpRoles
{
    internal static string Danish(ForumAccess access)
    {
        var words = access.Own.Select(seat => seat.Role == Role.Secretariat ? Texts.InSecretariat : seat.Role.Danish());
        return DanishFormat.List(access.StandsInFor.Count > 0 ? [.. words.Distinct(StringComparer.Ordinal), Texts.Substitute] : [.. words.Distinct(StringComparer.Ordinal)]);
    }
}
