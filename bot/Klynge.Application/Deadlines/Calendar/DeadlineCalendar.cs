using Klynge.Application.Data;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Forums;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines.Calendar;

/// <summary>The deadlines of a forum as a calendar, for whoever holds a link that works.</summary>
public sealed class DeadlineCalendar(IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>What was done lately stays in the calendar, so that it does not vanish under the eyes.</summary>
    private const int DaysBehind = 90;

    private const int MaxEvents = 2_000;

    /// <returns>The calendar; null for a link that never was, was revoked, or whose person has left the forum: all alike from outside.</returns>
    public async Task<string?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (!CalendarToken.IsOne(token))
            return null;

        var today = DanishTime.Today(clock);
        var hash = CalendarToken.HashOf(token);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var feed = await db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(one => one.TokenHash == hash && one.RevokedAt == null, cancellationToken);
        if (feed is null)
            return null;

        var entered = await db.EnterAsync(new Caller(feed.PersonId), feed.ForumId, CreateCalendarLink.Needs, today);
        if (!entered.TryGet(out var visit, out _) || visit.Forum.IsClosed)
            return null;

        var reader = DeadlineReader.Of(visit.Access);
        return IcsWriter.Write(CalendarTexts.CalendarName(visit.Forum.Name), await EventsAsync(db, visit.Forum, reader, today, cancellationToken));
    }

    private static async Task<IReadOnlyList<IcsEvent>> EventsAsync(
        KlyngeContext db, Forum forum, DeadlineReader reader, LocalDate today, CancellationToken cancellationToken)
    {
        var since = today.PlusDays(-DaysBehind);
        var deadlines = await db.Deadlines.AsNoTracking()
            .Include(deadline => deadline.History)
            .Where(deadline => deadline.ForumId == forum.Id && deadline.Status != DeadlineStatus.Removed && deadline.Date >= since)
            .OrderBy(deadline => deadline.Date).ThenBy(deadline => deadline.Title).ThenBy(deadline => deadline.Id)
            .Take(MaxEvents)
            .ToListAsync(cancellationToken);
        var surroundings = await DeadlineSurroundings.LoadAsync(db, forum, deadlines, cancellationToken);
        return [.. deadlines.Select(deadline => ToEvent(deadline, surroundings.ToView(deadline, reader).InNotice))];
    }

    /// <summary>The name is the deadline's id alone (RFC 7986, 5.3): it stays the same when the bot moves to another address.</summary>
    private static IcsEvent ToEvent(Deadline deadline, DeadlineView view) => new(
        deadline.Id.Value.ToString("D"),
        deadline.Date,
        CalendarTexts.EventTitle(view),
        CalendarTexts.EventText(view),
        deadline.Version - 1,
        deadline.History.Max(change => change.At));
}
