using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Invitations;

/// <summary>
/// What ties a board meeting to the event that calls it. It keeps what the calendar said last, field by field, because only that tells
/// whether a difference is a change in the calendar or one that the secretariat made here.
/// </summary>
public sealed class CalendarLink
{
    /// <summary>A meeting is called by one event at the most.</summary>
    public required MeetingId MeetingId { get; init; }

    /// <summary>Entra object id of the organizer, in whose calendar the event stands. Lower case.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Null where Teams knows the meeting and no calendar does (or none can be read): then only attendance can be fetched.</summary>
    public string? EventId { get; set; }

    public string? ICalUId { get; set; }

    /// <summary>The series that the event is an occurrence of: its other occurrences belong to the same forum.</summary>
    public string? SeriesMasterId { get; set; }

    /// <summary>The link of the online meeting exactly as Teams wrote it.</summary>
    public string? JoinUrl { get; set; }

    /// <summary>The state of the event that was worked off last; null for none.</summary>
    public string? ChangeKey { get; private set; }

    public Instant? LastModified { get; private set; }

    /// <summary>The time that the calendar said last; null where it has said none.</summary>
    public MeetingTime? Time => Date is { } date && Start is { } start ? new MeetingTime(date, start, End) : null;

    public LocalDate? Date { get; private set; }

    public LocalTime? Start { get; private set; }

    public LocalTime? End { get; private set; }

    /// <summary>The place that the calendar said last; null for none.</summary>
    public string? Place { get; private set; }

    /// <summary>
    /// Counts the questions asked about a difference. An answer names the question that it answers, so that one to an earlier question,
    /// about values that have changed since, has no effect.
    /// </summary>
    public int Question { get; private set; }

    /// <summary>A question about a difference is waiting for its answer.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>Who answered the last question that was answered; null while none was, and where the calendar came to say what stood here.</summary>
    public PersonId? SettledById { get; private set; }

    public Instant? SettledAt { get; private set; }

    /// <summary>The answer was that the calendar is right.</summary>
    public bool SettledForCalendar { get; private set; }

    /// <summary>The event was cancelled or deleted.</summary>
    public bool IsGone { get; set; }

    /// <summary>Remembers what the calendar says now.</summary>
    public void RecordSeen(MeetingTime time, string? place)
    {
        ArgumentNullException.ThrowIfNull(time);
        (Date, Start, End, Place) = (time.Date, time.Start, time.End, place);
    }

    /// <summary>The calendar and the board's record differ, and a person has to say which it is.</summary>
    public void Ask() => (Question, IsAsked) = (Question + 1, true);

    /// <summary>The question is answered, or has answered itself: the calendar says what stands here.</summary>
    /// <param name="by">Who answered it; null for nobody.</param>
    public void Settle(PersonId? by, bool forCalendar, Instant now) =>
        (IsAsked, SettledById, SettledForCalendar, SettledAt) = (false, by, forCalendar, now);

    /// <summary>The reading is worked off: the same one again, or an older one, says nothing new.</summary>
    public void WorkedOff(string changeKey, Instant lastModified) => (ChangeKey, LastModified) = (changeKey, lastModified);

    /// <summary>Whether a reading is older than what was worked off already.</summary>
    public bool IsOutdated(Instant lastModified) => LastModified is { } seen && lastModified < seen;
}
