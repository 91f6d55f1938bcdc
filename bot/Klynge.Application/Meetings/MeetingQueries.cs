using Klynge.Application.Data;
using Klynge.Domain.Calendar;
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
    /// <summary>What it takes to read them; the command and the buttons that show them ask for this.</summary>
    public const Permission Needs = Permission.ReadAgenda;

    /// <summary>The forum's meetings that are not over, today's included, in their order.</summary>
    public static Task<List<Meeting>> MeetingsAheadAsync(
        this KlyngeContext db, ForumId forum, LocalDate today, CancellationToken cancellationToken = default) =>
        db.Meetings
            .Where(meeting => meeting.ForumId == forum
                && (meeting.Status == MeetingStatus.InProgress
                    || (meeting.Date >= today && meeting.Status != MeetingStatus.Held && meeting.Status != MeetingStatus.Cancelled)))
            .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start)
            .ToListAsync(cancellationToken);

    /// <summary>All meetings of some forums, cancelled ones too.</summary>
    internal static Task<List<MeetingDay>> MeetingDaysAsync(
        this KlyngeContext db, IReadOnlyCollection<ForumId> forums, CancellationToken cancellationToken) =>
        db.Meetings
            .Where(meeting => forums.Contains(meeting.ForumId))
            .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start)
            .Select(meeting => new MeetingDay(meeting.Id, meeting.ForumId, meeting.Date, meeting.Start, meeting.Status))
            .ToListAsync(cancellationToken);

    /// <summary>The meeting in progress, or the next one; null when none is planned.</summary>
    internal static MeetingDay? Next(this IEnumerable<MeetingDay> ofForum, LocalDate today)
    {
        var ahead = ofForum.Where(meeting => meeting.IsAhead(today)).ToList();
        return ahead.Find(meeting => meeting.Status == MeetingStatus.InProgress) ?? ahead.FirstOrDefault();
    }

    /// <summary>The meeting on a date, past or ahead; one that was cancelled only when there is no other.</summary>
    internal static MeetingDay? On(this IEnumerable<MeetingDay> ofForum, LocalDate date)
    {
        var meetings = ofForum.Where(meeting => meeting.Date == date).ToList();
        return meetings.Find(meeting => meeting.Status != MeetingStatus.Cancelled) ?? meetings.FirstOrDefault();
    }

    /// <summary>
    /// The meetings whose decisions may be meant, the likeliest first: the one in progress or today's alone; else the one that ended last
    /// without approved minutes (one that nobody started in Teams was held all the same), and the next. A meeting of 21 December that was
    /// held and ended on 28 November ended on 28 November.
    /// </summary>
    public static async Task<List<Meeting>> MeetingsToMinuteAsync(
        this KlyngeContext db, ForumId forum, LocalDate today, CancellationToken cancellationToken = default)
    {
        var ahead = await db.MeetingsAheadAsync(forum, today, cancellationToken);
        if ((ahead.Find(meeting => meeting.Status == MeetingStatus.InProgress) ?? ahead.Find(meeting => meeting.Date == today)) is { } now)
            return [now];

        var held = await db.Meetings
            .Where(meeting => meeting.ForumId == forum
                && (meeting.Status == MeetingStatus.Held || (meeting.Date < today && meeting.Status != MeetingStatus.Cancelled))
                && !db.Minutes.Any(minutes => minutes.MeetingId == meeting.Id && minutes.Status == MinutesStatus.Approved))
            .ToListAsync(cancellationToken);
        return [.. held.OrderByDescending(EndOf).Take(1), .. ahead.Take(1)];
    }

    private static LocalDateTime EndOf(Meeting meeting) =>
        meeting.EndedAt is { } ended ? DanishTime.ToDanish(ended) : meeting.Date + (meeting.End ?? meeting.Start);

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
        this KlyngeContext db, ForumId forumId, MeetingId meetingId, CancellationToken cancellationToken = default) =>
        (await db.FactsOf(forumId, meetingId).SingleOrDefaultAsync(cancellationToken))?.ToView();

    /// <summary>One question for everything that a meeting's heading says.</summary>
    internal static IQueryable<MeetingFacts> FactsOf(this KlyngeContext db, ForumId forumId, MeetingId meetingId) =>
        from meeting in db.Meetings
        join forum in db.Forums on meeting.ForumId equals forum.Id
        join board in db.Boards on forum.BoardId equals board.Id
        where meeting.Id == meetingId && meeting.ForumId == forumId
        select new MeetingFacts
        {
            Meeting = meeting,
            Forum = forum,
            Board = board.Name,
            Chair = db.People.Where(person => person.Id == meeting.ChairId).Select(person => person.Name).FirstOrDefault(),
            MinuteTaker = db.People.Where(person => person.Id == meeting.MinuteTakerId).Select(person => person.Name).FirstOrDefault(),
        };
}

/// <summary>A meeting with its forum and the names that stand on its cards.</summary>
internal sealed record MeetingFacts
{
    internal required Meeting Meeting { get; init; }

    internal required Forum Forum { get; init; }

    internal required string Board { get; init; }

    internal string? Chair { get; init; }

    internal string? MinuteTaker { get; init; }

    internal MeetingView ToView() => new()
    {
        Id = Meeting.Id,
        ForumId = Forum.Id,
        Forum = Forum.Name,
        Board = Board,
        Time = Meeting.Time,
        Status = Meeting.Status,
        Version = Meeting.Version,
        Place = Meeting.Place,
        JoinUrl = Meeting.JoinUrl,
        ChairId = Meeting.ChairId,
        Chair = Chair,
        MinuteTakerId = Meeting.MinuteTakerId,
        MinuteTaker = MinuteTaker,
        CaseNumber = Meeting.CaseNumber,
        DocumentNumber = Meeting.DocumentNumber,
        AgendaSentAt = Meeting.AgendaSentAt,
        ChangesToldAt = Meeting.ChangesToldAt,
        CancellationReason = Meeting.CancellationReason,
        Clock = AgendaClock.Of(Forum.Rules, Meeting.Date),
    };
}

/// <summary>A meeting as words can mean it.</summary>
internal sealed record MeetingDay(MeetingId Id, ForumId ForumId, LocalDate Date, LocalTime Start, MeetingStatus Status)
{
    internal bool IsAhead(LocalDate today) =>
        Status == MeetingStatus.InProgress || (Date >= today && Status is not (MeetingStatus.Held or MeetingStatus.Cancelled));
}
