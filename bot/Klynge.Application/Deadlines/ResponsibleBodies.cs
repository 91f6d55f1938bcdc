using System.Text.RegularExpressions;
using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Deadlines;

/// <summary>
/// Who is to do something and is no person of the forum: an organisation that has a seat in it (»Birkelse Kommune«), another forum of the
/// board, or a group outside that is plainly one (»arbejdsgruppen«, »Region Nord«). A name that may be misspelt is none of them.
/// </summary>
internal static partial class ResponsibleBodies
{
    /// <returns>The name as the board has it, or as it was written; null where no such body is meant.</returns>
    internal static async Task<string?> FindAsync(KlyngeContext db, ForumId forum, IReadOnlyList<ForumMember> seats, string written)
    {
        var (text, clean) = (Bare(written), DanishText.Clean(written));
        if (seats.Select(seat => seat.Organisation).FirstOrDefault(organisation => organisation.Length > 0 && Bare(organisation) == text) is { } own)
            return DanishText.Shorten(own, Responsible.MaxBodyLength);

        var forums = await db.Forums.AsNoTracking()
            .Where(one => db.Forums.Any(self => self.Id == forum && self.BoardId == one.BoardId) && one.Id != forum && !one.IsClosed)
            .Select(one => one.Name).ToListAsync();
        return forums.Find(name => Bare(name) == text)
            ?? (clean.Length <= Responsible.MaxBodyLength && Group().IsMatch(clean) ? clean : null);
    }

    private static string Bare(string name) => DanishText.Fold(name) is var text && text.StartsWith("den ", StringComparison.Ordinal) ? text[4..] : text;

    [GeneratedRegex(
        @"^(?!(hver|hvert|alle|begge|enhver|ethvert|nogle|samtlige|flere|ingen|de\s+(enkelte|øvrige|andre|fem|fire|tre|to))\b)(den\s+|det\s+|de\s+)?(\p{L}[\p{L}-]*\s+){0,3}\p{L}*(gruppe(n|r|rne)?|udvalg(et|ene)?|styregruppe(n)?|forum(met)?|samråd(et)?|råd(et)?|styrelse(n)?|ministeriet|forvaltning(en|erne)?|afdeling(en|erne)?|kommune(n|r|rne)?|hospital(et|er|erne)?)(\s+\p{Lu}[\p{L}-]*)?$|^(Region|PLO)\b(\s+\p{Lu}[\p{L}-]*)*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Group();
}
