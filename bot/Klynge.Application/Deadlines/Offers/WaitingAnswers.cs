using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines.Offers;

/// <summary>
/// What waits for the answer of one secretary: members' proposals, and sentences that may be deadlines. They were told when it came; the
/// morning after it stands in the digest, and then, so that it is not forgotten and does not nag, once a week, or along with other reminders.
/// </summary>
/// <param name="Proposals">Meeting by meeting.</param>
/// <param name="Found">Forum by forum.</param>
internal sealed record WaitingAnswers(IReadOnlyList<WaitingProposals> Proposals, IReadOnlyList<WaitingFound> Found)
{
    /// <summary>What waits longer than this without a day is not asked about anymore.</summary>
    private const int VagueFor = 120;

    private const int EveryDays = 7;

    internal static WaitingAnswers None { get; } = new([], []);

    internal int Count => Proposals.Sum(meeting => meeting.Titles.Count) + Found.Sum(forum => forum.Count);

    /// <summary>Whether it is worth a message of its own today.</summary>
    /// <param name="last">The day of the latest message about what waits; null for never.</param>
    internal bool IsDue(LocalDate today, LocalDate? last)
    {
        var came = Proposals.Select(meeting => meeting.Newest).Concat(Found.Select(forum => forum.Newest))
            .Select(at => DanishTime.ToDanish(at).Date).Where(day => day < today).ToList();
        return last is { } day ? day < today && (came.Exists(one => one >= day) || (Count > 0 && day.PlusDays(EveryDays) <= today)) : came.Count > 0;
    }

    /// <summary>What waits today, by secretary.</summary>
    internal static async Task<Dictionary<PersonId, WaitingAnswers>> LoadAsync(KlyngeContext db, LocalDate today, Instant now)
    {
        var found = await FoundAsync(db, today, now);
        var proposed = await db.AgendaItems.Where(item => item.Status == AgendaItemStatus.Proposed).Select(item => item.ForumId).Distinct().ToListAsync();
        var ids = proposed.Concat(found.Keys).Distinct().ToList();
        var forums = ids.Count == 0 ? [] : await db.Forums.AsNoTracking().Where(forum => ids.Contains(forum.Id) && !forum.IsClosed).OrderBy(forum => forum.Name).ToListAsync();
        var proposals = (await db.WaitingProposalsAsync(forums, CancellationToken.None)).ToLookup(meeting => meeting.ForumId);
        var people = new Dictionary<PersonId, WaitingAnswers>();
        foreach (var forum in forums)
        {
            foreach (var person in await db.SecretariatAsync(forum.Id, today))
            {
                var own = people.GetValueOrDefault(person, None);
                people[person] = new WaitingAnswers(
                    [.. own.Proposals, .. proposals[forum.Id]],
                    found.TryGetValue(forum.Id, out var waiting) ? [.. own.Found, waiting with { Forum = forum.Name }] : own.Found);
            }
        }

        return people.Where(one => one.Value.Count > 0).ToDictionary(one => one.Key, one => one.Value);
    }

    /// <summary>The sentences of a forum that wait for an answer, the nearest first, those without a day at last.</summary>
    internal static IQueryable<FoundDeadline> Unanswered(KlyngeContext db, LocalDate today, Instant now)
    {
        var since = now - Duration.FromDays(VagueFor);
        return db.FoundDeadlines.AsNoTracking()
            .Where(one => one.AnsweredAt == null && (one.Date == null ? one.OfferedAt >= since : one.Date >= today))
            .OrderBy(one => one.Date == null).ThenBy(one => one.Date).ThenBy(one => one.Title).ThenBy(one => one.Id);
    }

    private static async Task<Dictionary<ForumId, WaitingFound>> FoundAsync(KlyngeContext db, LocalDate today, Instant now)
    {
        var all = await Unanswered(db, today, now).Select(one => new { one.ForumId, one.OfferedAt }).ToListAsync();
        return all.GroupBy(one => one.ForumId)
            .ToDictionary(group => group.Key, group => new WaitingFound(group.Key, string.Empty, group.Count(), group.Max(one => one.OfferedAt)));
    }
}

/// <param name="Newest">When the latest of them was found.</param>
internal sealed record WaitingFound(ForumId ForumId, string Forum, int Count, Instant Newest);
