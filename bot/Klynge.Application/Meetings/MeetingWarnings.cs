using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Meetings;

/// <summary>What the secretariat should know about a meeting's time: told, never refused.</summary>
internal static class MeetingWarnings
{
    internal static async Task<IReadOnlyList<string>> OfAsync(
        KlyngeContext db, Forum forum, MeetingView meeting, Instant now, CancellationToken cancellationToken)
    {
        var (date, id) = (meeting.Time.Date, meeting.Id);
        var warnings = new List<string>();
        if (ClosedDay.Warning(date) is { } closed)
            warnings.Add(closed);

        if (await db.Meetings.AnyAsync(
                other => other.ForumId == forum.Id && other.Id != id && other.Date == date && other.Status != MeetingStatus.Cancelled,
                cancellationToken))
        {
            warnings.Add(Texts.SameDay);
        }

        warnings.AddRange(OfDeadlines(forum, date, now));
        if (await OfYearAsync(db, forum, date.Year, cancellationToken) is { } few)
            warnings.Add(few);

        return warnings;
    }

    /// <summary>Whether the year's meetings fall short of what the forum's rules ask for; null when they do not.</summary>
    internal static async Task<string?> OfYearAsync(KlyngeContext db, Forum forum, int year, CancellationToken cancellationToken)
    {
        if (forum.Rules.MinimumMeetingsPerYear is not { } minimum)
            return null;

        var planned = await db.MeetingsInYearAsync(forum.Id, year, cancellationToken);
        return planned < minimum ? Texts.TooFewMeetings(forum.Name, year, planned, minimum) : null;
    }

    private static IEnumerable<string> OfDeadlines(Forum forum, LocalDate date, Instant now)
    {
        if (ClosedDay.WarningOf(Texts.ItemsDeadline, forum.Rules.ItemsIn.DayBefore(date)) is { } itemsIn)
            yield return itemsIn;

        if (ClosedDay.WarningOf(Texts.AgendaDeadline, forum.Rules.AgendaOut.DayBefore(date)) is { } agendaOut)
            yield return agendaOut;

        if (forum.Rules.AttachmentsOut is { } attachments && ClosedDay.WarningOf(Texts.AttachmentsDeadline, attachments.DayBefore(date)) is { } attachmentsOut)
            yield return attachmentsOut;

        if (now >= forum.Rules.AgendaOut.Before(date))
            yield return Texts.AgendaDeadlinePassed(forum.Rules.AgendaOut.DayBefore(date));

        if (now >= forum.Rules.ItemsIn.Before(date))
            yield return Texts.ItemsDeadlinePassed(forum.Rules.ItemsIn.DayBefore(date));
    }
}
