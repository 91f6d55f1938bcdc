using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Minutes;

/// <summary>
/// Who a name in a document is: somebody who sits or has sat in the forum and is called exactly that, and nobody else is. Everything else
/// stays a name, and is reported: real minutes misspell, and two people share a name.
/// </summary>
internal sealed class PeopleMatch
{
    private readonly Dictionary<string, List<ForumMember>> _seats;
    private readonly LocalDate _date;

    private PeopleMatch(Dictionary<string, List<ForumMember>> seats, LocalDate date) => (_seats, _date) = (seats, date);

    internal static async Task<PeopleMatch> OfAsync(KlyngeContext db, ForumId forum, LocalDate date)
    {
        var seats = await db.Members.AsNoTracking().Include(seat => seat.Person).Where(seat => seat.ForumId == forum).ToListAsync();
        return new PeopleMatch(
            seats.GroupBy(seat => DanishText.Fold(seat.Person.Name), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal),
            date);
    }

    internal PersonId? PersonOf(string? name) =>
        name is not null
        && _seats.TryGetValue(DanishText.Fold(name), out var seats)
        && seats.Select(seat => seat.PersonId).Distinct().Count() == 1
            ? seats[0].PersonId
            : null;

    /// <summary>The seat that the person had on the day; null for one who has none, or several.</summary>
    internal MemberId? SeatOf(string name)
    {
        if (PersonOf(name) is null)
            return null;
        var seats = _seats[DanishText.Fold(name)].Where(seat => seat.IsActive(_date)).ToList();
        return seats.Count == 1 ? seats[0].Id : null;
    }
}

/// <summary>Which forum a document is of, by what it calls it. Two that fit are as bad as none: it is asked, not guessed.</summary>
internal static class ForumMatch
{
    /// <param name="forums">All forums.</param>
    /// <param name="key">The key that the person named; outranks the document.</param>
    /// <param name="written">What the document calls its forum.</param>
    internal static Result<Forum> Find(IReadOnlyList<Forum> forums, string? key, string? written)
    {
        var named = DanishText.Fold(key ?? written);
        var exact = forums.Where(forum => DanishText.Fold(forum.Key) == named || DanishText.Fold(forum.Name) == named).ToList();
        if (exact.Count == 1)
            return exact[0];

        var within = key is null
            ? forums.Where(forum => $" {Words(named)} ".Contains($" {Words(DanishText.Fold(forum.Name))} ", StringComparison.Ordinal)).ToList()
            : [];
        return within.Count == 1 ? within[0] : new ImportForumUnknown(key ?? written, ListOf(forums));
    }

    private static string Words(string folded) =>
        string.Join(' ', folded.Split([' ', ',', ';', ':', '.', '-', '/', '(', ')', '»', '«'], StringSplitOptions.RemoveEmptyEntries));

    private static string ListOf(IReadOnlyList<Forum> forums) => forums.Count == 0
        ? "der er ingen forummer endnu"
        : DanishFormat.List(forums.OrderBy(forum => forum.Level).Select(forum => $"{forum.Key} ({forum.Name})"), "eller");
}
