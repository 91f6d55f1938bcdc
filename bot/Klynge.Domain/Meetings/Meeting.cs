using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Meetings;

/// <summary>One meeting of a forum, from the day it is planned to the day its minutes are out.</summary>
public sealed class Meeting
{
    private static readonly Duration EarlyBy = Duration.FromMinutes(60);
    private static readonly Duration HastyWithin = Duration.FromMinutes(10);
    private static readonly Duration ResumedWithin = Duration.FromHours(12);
    private static readonly Duration OneCall = Duration.FromHours(12);

    public MeetingId Id { get; private init; } = MeetingId.New();

    public required ForumId ForumId { get; init; }

    public LocalDate Date { get; private set; }

    public LocalTime Start { get; private set; }

    public LocalTime? End { get; private set; }

    /// <summary>Room, address or »Teams«.</summary>
    public string Place { get; set; } = "Teams";

    public string? JoinUrl { get; set; }

    /// <summary>The number that Teams shows for joining by hand ("3651246447912"), without the code that goes with it; null where nobody has told it.</summary>
    public string? JoinMeetingId { get; set; }

    /// <summary>The place as papers print it: with the number, where the meeting is in Teams too.</summary>
    public string PrintedPlace => OnlinePlace.Of(Place, JoinMeetingId);

    /// <summary>Mødeleder: who leads this one meeting; null until somebody is chosen.</summary>
    public PersonId? ChairId { get; set; }

    /// <summary>Referent.</summary>
    public PersonId? MinuteTakerId { get; set; }

    /// <summary>Sagsnr. in the records system.</summary>
    public string? CaseNumber { get; set; }

    /// <summary>Dok.nr. in the records system.</summary>
    public string? DocumentNumber { get; set; }

    public MeetingStatus Status { get; private set; } = MeetingStatus.Planned;

    public Instant? AgendaSentAt { get; private set; }

    /// <summary>Members know the agenda as it stood then: it went out, or they were told what had changed. Null while it has not gone out.</summary>
    public Instant? ChangesToldAt { get; private set; }

    public Instant? StartedAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    /// <summary>When Teams told of a start so early that the secretariat was asked about it; null when it told of none.</summary>
    public Instant? StartDoubtedAt { get; private set; }

    public string? CancellationReason { get; private set; }

    /// <summary>The channel's id of the Teams meeting that this is; null for a meeting that is not in Teams or not linked yet.</summary>
    public string? TeamsMeetingId { get; set; }

    /// <summary>Counts up with every change, so that two people who edit the same meeting notice each other.</summary>
    public int Version { get; private set; } = 1;

    public MeetingTime Time => new(Date, Start, End);

    public bool IsOver => Status is MeetingStatus.Held or MeetingStatus.Cancelled;

    /// <summary>Plans a meeting in the future.</summary>
    public static Result<Meeting> Schedule(ForumId forum, MeetingTime time, string? place, Instant now)
    {
        if (MeetingRules.Check(time, now) is { } error)
            return error;

        var meeting = new Meeting { ForumId = forum, Place = place ?? "Teams" };
        meeting.Set(time);
        return meeting;
    }

    /// <summary>A meeting that was held before the bot knew of it: read from its minutes, so no rule about the future applies.</summary>
    public static Meeting FromMinutes(ForumId forum, MeetingTime time, string? place)
    {
        var meeting = new Meeting { ForumId = forum, Place = place ?? string.Empty, Status = MeetingStatus.Held };
        meeting.Set(time);
        return meeting;
    }

    public Result<Done> Move(MeetingTime time, string? place, Instant now)
    {
        if (CheckNotOver() is { } over)
            return over;

        if (time == Time && (place ?? Place) == Place)
            return default(Done);

        if (MeetingRules.Check(time, now) is { } error)
            return error;

        Set(time);
        Place = place ?? Place;
        Version++;
        return default(Done);
    }

    /// <summary>Cancelled again for the same reason, as by a button that is pressed twice, it is as it was.</summary>
    public Result<Done> Cancel(string? reason)
    {
        if (Status == MeetingStatus.Cancelled && CancellationReason == reason)
            return default(Done);

        if (CheckNotOver() is { } over)
            return over;

        (Status, CancellationReason) = (MeetingStatus.Cancelled, reason);
        Version++;
        return default(Done);
    }

    /// <summary>Takes a cancellation back: the meeting is held after all.</summary>
    public Result<Done> Reinstate(Instant now)
    {
        if (Status != MeetingStatus.Cancelled)
            return Status == MeetingStatus.Held ? new MeetingIsHeld() : default(Done);

        if (MeetingRules.Check(Time, now) is { } error)
            return error;

        Status = AgendaSentAt is null ? MeetingStatus.Planned : MeetingStatus.AgendaSent;
        CancellationReason = null;
        Version++;
        return default(Done);
    }

    /// <summary>Names who leads the meeting and writes its minutes, and the keys of the records system. Allowed until the minutes are out.</summary>
    /// <param name="seenVersion">The version that the person had open.</param>
    public Result<Done> Describe(PersonId? chair, PersonId? minuteTaker, string? caseNumber, string? documentNumber, int seenVersion)
    {
        if (Status == MeetingStatus.Cancelled)
            return new MeetingIsCancelled();

        if ((ChairId, MinuteTakerId, CaseNumber, DocumentNumber) == (chair, minuteTaker, caseNumber, documentNumber))
            return default(Done);

        if (seenVersion != Version)
            return new ChangedMeanwhile();

        (ChairId, MinuteTakerId, CaseNumber, DocumentNumber) = (chair, minuteTaker, caseNumber, documentNumber);
        Version++;
        return default(Done);
    }

    /// <summary>The agenda goes out. Sending it again is allowed: what counts as »new since it was sent« starts afresh.</summary>
    public Result<Done> SendAgenda(Instant now)
    {
        if (CheckNotOver() is { } over)
            return over;

        (AgendaSentAt, ChangesToldAt) = (now, now);
        Status = Status == MeetingStatus.Planned ? MeetingStatus.AgendaSent : Status;
        Version++;
        return default(Done);
    }

    /// <summary>Members are told what has changed since the agenda went out, or since they were told last.</summary>
    public Result<Done> TellChanges(Instant now)
    {
        if (CheckNotOver() is { } over)
            return over;

        if (AgendaSentAt is null)
            return new AgendaNotSent();

        ChangesToldAt = now;
        Version++;
        return default(Done);
    }

    /// <summary>
    /// A start so long before the planned time that it is hardly the meeting: a call that somebody tries out, a button that was pressed by
    /// mistake. Nothing is begun before somebody has said yes.
    /// </summary>
    public bool IsEarlyStart(Instant now) =>
        Status is MeetingStatus.Planned or MeetingStatus.AgendaSent && Time.StartInstant - now > EarlyBy;

    /// <summary>Notes that a start is doubted: the call is one, however often it is opened anew, and its end is no news either.</summary>
    /// <returns>Whether it is the first that is heard of the call.</returns>
    public bool DoubtStart(Instant now)
    {
        if (IsStartDoubted(now))
            return false;

        StartDoubtedAt = now;
        return true;
    }

    public bool IsStartDoubted(Instant now) => StartDoubtedAt is { } doubted && now - doubted < OneCall;

    /// <summary>An end right after the start, or before the planned time of a meeting that nobody has begun.</summary>
    public bool IsHastyEnd(Instant now) =>
        !IsOver && (StartedAt is { } started ? now - started < HastyWithin : now < Time.StartInstant);

    /// <summary>The meeting starts. A second start (it was restarted in Teams) keeps the first time.</summary>
    public Result<Done> Begin(Instant now)
    {
        if (CheckNotOver() is { } over)
            return over;

        if (Status == MeetingStatus.InProgress && StartDoubtedAt is null)
            return default(Done);

        (StartedAt, StartDoubtedAt) = (StartedAt ?? now, null);
        Status = MeetingStatus.InProgress;
        Version++;
        return default(Done);
    }

    public Result<Done> Finish(Instant now)
    {
        if (Status == MeetingStatus.Cancelled)
            return new MeetingIsCancelled();

        StartedAt ??= now;
        (EndedAt, Status) = (now, MeetingStatus.Held);
        Version++;
        return default(Done);
    }

    /// <summary>Takes an end back that came too soon: the meeting goes on, and began when it began.</summary>
    public Result<Done> Resume(Instant now)
    {
        if (Status == MeetingStatus.InProgress)
            return default(Done);

        if (Status != MeetingStatus.Held || EndedAt is not { } ended || now - ended > ResumedWithin)
            return CheckNotOver() is { } over ? over : new MeetingNotBegun();

        (EndedAt, Status) = (null, MeetingStatus.InProgress);
        Version++;
        return default(Done);
    }

    /// <summary>Takes a start or an end back that was a trial: the call had been opened too early.</summary>
    public Result<Done> Reopen()
    {
        if (Status is not (MeetingStatus.InProgress or MeetingStatus.Held))
            return CheckNotOver() is { } over ? over : default(Done);

        (StartedAt, EndedAt) = (null, null);
        Status = AgendaSentAt is null ? MeetingStatus.Planned : MeetingStatus.AgendaSent;
        Version++;
        return default(Done);
    }

    /// <summary>Why nothing can be changed any longer; null while the meeting is ahead or in progress.</summary>
    public Error? CheckNotOver() => Status switch
    {
        MeetingStatus.Held => new MeetingIsHeld(),
        MeetingStatus.Cancelled => new MeetingIsCancelled(),
        _ => null,
    };

    private void Set(MeetingTime time) => (Date, Start, End) = (time.Date, time.Start, time.End);
}
