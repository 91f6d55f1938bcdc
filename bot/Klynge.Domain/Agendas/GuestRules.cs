using System.Text.RegularExpressions;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Domain.Agendas;

/// <summary>What may be written of a guest.</summary>
public static partial class GuestRules
{
    public const int MaxLength = 100;

    /// <summary>As long as an address can be (RFC 5321, 4.5.3.1).</summary>
    public const int MaxEmailLength = 254;

    private static readonly TextLimit Name = new("Navnet", MaxLength);
    private static readonly TextLimit Organisation = new("Organisationen", MaxLength, Optional: true);
    private static readonly TextLimit Title = new("Titlen", MaxLength, Optional: true);
    private static readonly TextLimit Email = new("E-mailadressen", MaxEmailLength, Optional: true);

    /// <summary>Makes what a person typed fit, and holds it against the limits: a name there must be, and an address that is written must be one.</summary>
    public static Result<GuestDetails> Clean(string? name, string? organisation, string? title, string? email)
    {
        if (!DanishText.Clean(name, Name).TryGet(out var cleanName, out var error)
            || !DanishText.Clean(organisation, Organisation).TryGet(out var cleanOrganisation, out error)
            || !DanishText.Clean(title, Title).TryGet(out var cleanTitle, out error)
            || !DanishText.Clean(email, Email).TryGet(out var cleanEmail, out error))
        {
            return error;
        }

        return cleanEmail.Length > 0 && !Address().IsMatch(cleanEmail)
            ? new GuestEmailInvalid()
            : new GuestDetails(cleanName, OrNull(cleanOrganisation), OrNull(cleanTitle), OrNull(cleanEmail));
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    /// <summary>One address and nothing beside it: »Anna &lt;a@b.dk&gt;« and »a@b.dk, c@d.dk« are none. The domain may have Danish letters.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([\p{L}0-9]([\p{L}0-9-]{0,61}[\p{L}0-9])?\.)+\p{L}{2,63}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
