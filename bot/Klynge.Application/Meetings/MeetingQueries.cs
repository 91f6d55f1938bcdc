using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Meetings;

/// <summary>
/// The questions about meetings that several features ask. Whether the person may know the answer is the caller's to check.
/// </summary>
public static class MeetingQueries
{
    /// <summary>The forum's meetings that are not over, today's included, in their order.</summary>
    public static Task<List<Meeting>> MeetingsAheadAsync(
        this KlyngeContext db, ForumId forum, LocalDate today, CancellationToken cancellationToken = default) =>
        db.Meetings
            .Where(meeting => meeting.ForumId == forum
                && (meeting.Status == MeetingStatus.InProgress
                    || (meeting.Date >= today && meeting.Status != MeetingStatus.Held && meeting.Status != MeetingStatus.Cancelled)))
            .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start)
            .ToListAsync(cancellationToken);

    /// <summary>The meeting in progress, or the next one; null when none is planned.</summary>
    public static async Task<Meeting?> NextMeetingAsync(
        this KlyngeContext db, ForumId forum, LocalDate today, CancellationToken cancellationToken = default)
    {
        var ahead = await db.MeetingsAheadAsync(forum, today, cancellationToken);
        return ahead.Find(meeting => meeting.Status == MeetingStatus.InProgress) ?? ahead.FirstOrDefault();
    }

    /// <summary>The meeting on a date, past or ahead; one that was cancelled only when there is no other.</summary>
    public static async Task<Meeting?> MeetingOnAsync(
        this KlyngeContext db, ForumId forum, LocalDate date, CancellationToken cancellationToken = default)
    {
        var meetings = await db.Meetings.Where(meeting => meeting.ForumId == forum && meeting.Date == date)
            .OrderBy(meeting => meeting.Start)
            .ToListAsync(cancellationToken);
        return meetings.Find(meeting => meeting.Status != MeetingStatus.Cancelled) ?? meetings.FirstOrDefault();
    }

    /// <summary>
    /// The meeting whose decisions are being written: the one in progress, else today's, else the latest one behind us without approved
    /// minutes (one that nobody started in Teams was held all the same), else the next.
    /// </summary>
    public static async Task<Meeting?> MeetingToMinuteAsync(
        this KlyngeContext db, ForumId forum, LocalDate today, CancellationToken cancellationToken = default)
    {
        var ahead = await db.MeetingsAheadAsync(forum, today, cancellationToken);
        if ((ahead.Find(meeting => meeting.Status == MeetingStatus.InProgress) ?? ahead.Find(meeting => meeting.Date == today)) is { } now)
        {
            return now;
        }

        var held = await db.Meetings
            .Where(meeting => meeting.ForumId == forum && meeting.Date <= today
                && (meeting.Status == MeetingStatus.Held || (meeting.Date < today && meeting.Status != MeetingStatus.Cancelled))
                && !db.Minutes.Any(minutes => minutes.MeetingId == meeting.Id && minutes.Status == MinutesStatus.Approved))
            .OrderByDescending(meeting => meeting.Date).ThenByDescending(meeting => meeting.Start)
            .FirstOrDefaultAsync(cancellationToken);
        return held ?? ahead.FirstOrDefault();
    }

    /// <summary>How many meetings of a forum are held or planned in a calendar year.</summary>
    public static Task<int> MeetingsInYearAsync(
        this KlyngeContext db, ForumId forum, int year, CancellationToken cancellationToken = default)
    {
        var (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        return db.Meetings.CountAsync(
            meeting => meeting.ForumId == forum && meeting.Status != MeetingStatus.Cancelled
                && meeting.Date >= first && meeting.Date <= last,
            cancellationToken);
    }

    /// <summary>The facts of a meeting of a forum; null when there is no such meeting in it.</summary>
    public static async Task<MeetingView?> MeetingViewAsync(
        this KlyngeContext db, ForumId forumId, MeetingId meetingId, CancellationToken cancellationToken = default)
    {
        if (await db.Meetings.SingleOrDefaultAsync(meeting => meeting.Id == meetingId && meeting.ForumId == forumId, cancellationToken)
            is not { } meeting)
        {
            return null;
        }

        var forum = await db.Forums.SingleAsync(candidate => candidate.Id == forumId, cancellationToken);
        var board = await db.Boards.SingleAsync(candidate => candidate.Id == forum.BoardId, cancellationToken);
        PersonId?[] named = [meeting.ChairId, meeting.MinuteTakerId];
        var names = named.All(person => person is null)
            ? []
            : await db.People.Where(person => person.Id == meeting.ChairId || person.Id == meeting.MinuteTakerId)
                .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return ToView(meeting, forum, board, names);
    }

    private static MeetingView ToView(Meeting meeting, Forum forum, Board board, Dictionary<PersonId, string> names) => new()
    {
        Id = meeting.Id,
        ForumId = forum.Id,
        Forum = forum.Name,
        Board = board.Name,
        Time = meeting.Time,
        Status = meeting.Status,
        Version = meeting.Version,
        Place = meeting.Place,
        JoinUrl = meeting.JoinUrl,
        ChairId = meeting.ChairId,
        Chair = meeting.ChairId is { } chair ? names.GetValueOrDefault(chair) : null,
        MinuteTakerId = meeting.MinuteTakerId,
        MinuteTaker = meeting.MinuteTakerId is { } taker ? names.GetValueOrDefault(taker) : null,
        CaseNumber = meeting.CaseNumber,
        DocumentNumber = meeting.DocumentNumber,
        AgendaSentAt = meeting.AgendaSentAt,
        CancellationReason = meeting.CancellationReason,
    };
}
