using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines.Planning;

/// <summary>What a forum's meetings and its annual wheel ask for.</summary>
internal static class PlannedDeadlines
{
    /// <summary>A little more than a year of the wheel stands in the list of deadlines, and in people's calendars.</summary>
    private const int DaysAhead = 400;

    /// <summary>Meetings whose minutes may still be missing.</summary>
    private const int DaysBehind = 400;

    internal static async Task<List<PlannedDeadline>> OfAsync(KlyngeContext db, Forum forum, LocalDate today, CancellationToken cancellationToken)
    {
        var since = today.PlusDays(-DaysBehind);
        var meetings = await db.Meetings.AsNoTracking()
            .Where(meeting => meeting.ForumId == forum.Id && meeting.Status != MeetingStatus.Cancelled && meeting.Date >= since)
            .ToListAsync(cancellationToken);
        var ids = meetings.ConvertAll(meeting => meeting.Id);
        var minutes = await db.Minutes.AsNoTracking()
            .Where(one => ids.Contains(one.MeetingId) && one.ApprovedAt != null)
            .Select(one => new { one.MeetingId, one.ApprovedAt })
            .ToDictionaryAsync(one => one.MeetingId, one => DanishTime.ToDanish(one.ApprovedAt!.Value).Date, cancellationToken);
        var planned = meetings.SelectMany(meeting => OfMeeting(forum.Rules, meeting, minutes.TryGetValue(meeting.Id, out var approved) ? approved : null)).ToList();
        planned.AddRange(await OfWheelAsync(db, forum, [.. meetings.Where(meeting => meeting.Date >= today)], today, cancellationToken));
        return planned;
    }

    private static IEnumerable<PlannedDeadline> OfMeeting(RulesOfProcedure rules, Meeting meeting, LocalDate? minutesOut) =>
        MeetingDeadlines.Of(rules, meeting.Date, minutesOut).Select(one => new PlannedDeadline(
            $"meeting/{meeting.Id.Value:N}/{one.Kind}",
            Texts.OfMeeting(one.Kind, meeting.Date),
            one.Date,
            one.Kind,
            meeting.Id,
            Responsible.Nobody,
            IsSettled(one.Kind, meeting, minutesOut is not null)));

    private static bool IsSettled(DeadlineKind kind, Meeting meeting, bool minutesAreOut) => kind switch
    {
        DeadlineKind.ItemsIn => HasBegun(meeting),
        DeadlineKind.AgendaOut => meeting.AgendaSentAt is not null || HasBegun(meeting),
        DeadlineKind.MinutesOut => minutesAreOut,
        _ => false,
    };

    /// <summary>What is due before a meeting is no longer due once it has begun, whatever the date says.</summary>
    private static bool HasBegun(Meeting meeting) => meeting.Status is MeetingStatus.InProgress or MeetingStatus.Held;

    private static async Task<List<PlannedDeadline>> OfWheelAsync(
        KlyngeContext db, Forum forum, IReadOnlyList<Meeting> ahead, LocalDate today, CancellationToken cancellationToken)
    {
        var keys = forum.Rules.AnnualWheel.Select(entry => entry.ResponsiblePerson).OfType<string>().ToList();
        var people = keys.Count == 0
            ? []
            : await db.People.AsNoTracking().Where(person => keys.Contains(person.Key))
                .ToDictionaryAsync(person => person.Key, person => person.Id, StringComparer.Ordinal, cancellationToken);
        return
        [
            .. forum.Rules.AnnualWheel.SelectMany(entry => OfEntry(entry, ahead, today).Select(one => one with
            {
                Responsible = entry.ResponsiblePerson is { } key && people.TryGetValue(key, out var person)
                    ? Responsible.Of(person)
                    : new Responsible(null, entry.ResponsibleRole),
            })),
        ];
    }

    private static IEnumerable<PlannedDeadline> OfEntry(AnnualEntry entry, IReadOnlyList<Meeting> ahead, LocalDate today) =>
        entry.Rule is AnnualRule.BeforeMeetings rule
            ? ahead.Select(meeting => Planned(
                entry, $"{meeting.Id.Value:N}", Texts.Before(entry.Title, meeting.Date), rule.Limit.DayBefore(meeting.Date), meeting.Id)
                with
            { IsSettled = HasBegun(meeting) })
            : AnnualDates.Of(entry.Rule, today, today.PlusDays(DaysAhead))
                .Select(date => Planned(entry, date.ToString("uuuu-MM-dd", null), entry.Title, date, meeting: null));

    private static PlannedDeadline Planned(AnnualEntry entry, string occurrence, string title, LocalDate date, MeetingId? meeting) => new(
        $"{DeadlinePlan.WheelPrefix}{entry.Key}/{occurrence}",
        DanishText.Shorten(title, Deadline.MaxTitleLength),
        date,
        DeadlineKind.Annual,
        meeting,
        Responsible.Nobody,
        IsSettled: false);
}

/// <summary>A deadline as it should be, by what it follows from.</summary>
/// <param name="Origin">Names what it follows from, once in a forum.</param>
/// <param name="IsSettled">What it asks for has been done: the agenda is out, the minutes are.</param>
internal sealed record PlannedDeadline(
    string Origin, string Title, LocalDate Date, DeadlineKind Kind, MeetingId? MeetingId, Responsible Responsible, bool IsSettled);
