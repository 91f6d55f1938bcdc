using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Agendas;

/// <summary>
/// One chair is asked to approve the agenda of one meeting before it goes out, and what they answered. An approval is of the agenda as it
/// stood: once it says something else, it counts no more. One row for a chair and a meeting.
/// </summary>
public sealed class AgendaApproval
{
    /// <summary>Of the secretariat's remark and of the chair's.</summary>
    public const int MaxRemarkLength = 1_000;

    /// <summary>Nobody is reminded of what they were asked a moment ago.</summary>
    private static readonly Duration AfterAsking = Duration.FromHours(4);

    /// <summary>Before the day on which the agenda is to go out.</summary>
    private static readonly TimeLimit RemindedBefore = TimeLimit.Create(1, TimeLimitUnit.Days).Value;

    public AgendaApprovalId Id { get; init; } = AgendaApprovalId.New();

    public required ForumId ForumId { get; init; }

    public required MeetingId MeetingId { get; init; }

    public required PersonId PersonId { get; init; }

    public Instant AskedAt { get; private set; }

    public PersonId AskedById { get; private set; }

    /// <summary>The <see cref="AgendaSnapshot"/> that was asked about.</summary>
    public string AskedAbout { get; private set; } = string.Empty;

    /// <summary>What the secretariat says with it; null for nothing.</summary>
    public string? Note { get; private set; }

    public Instant? RemindedAt { get; private set; }

    /// <summary>Null while it is waited for.</summary>
    public ApprovalAnswer? Answer { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    /// <summary>Who wrote the answer in, where the chair gave it another way; null where the chair pressed.</summary>
    public PersonId? RecordedById { get; private set; }

    /// <summary>What the chair says with it; null for nothing.</summary>
    public string? Remark { get; private set; }

    /// <summary>The snapshot that the chair approved last, whatever was answered afterwards; null for none. What has changed is told from it.</summary>
    public string? Approved { get; private set; }

    /// <summary>How it stands, with the agenda as it is now.</summary>
    public ApprovalState StateOf(AgendaSnapshot now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return Answer switch
        {
            null => ApprovalState.Waiting,
            ApprovalAnswer.SentBack => ApprovalState.SentBack,
            _ => Approved == now.ToString() ? ApprovalState.Approved : ApprovalState.Outdated,
        };
    }

    /// <summary>Asks, or asks anew about what has changed since. What is approved as it stands is not asked about again.</summary>
    /// <returns>Whether that is news to the chair.</returns>
    public bool Ask(AgendaSnapshot agenda, PersonId by, string? note, Instant now)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        var about = agenda.ToString();
        if (StateOf(agenda) == ApprovalState.Approved || (AskedAt != default && Answer is null && AskedAbout == about && Note == note))
            return false;

        (AskedAbout, AskedById, Note, AskedAt, RemindedAt) = (about, by, note, now, null);
        (Answer, AnsweredAt, RecordedById, Remark) = (null, null, null, null);
        return true;
    }

    /// <summary>Approves the agenda as it stands.</summary>
    /// <param name="seen">The <see cref="AgendaSnapshot.Mark"/> of what the chair has read; another one is refused, and nothing is approved unread.</param>
    /// <param name="recordedBy">Who writes it in; null where the chair presses.</param>
    /// <param name="remark">What the chair says with it; null for nothing.</param>
    /// <returns>Whether that is news.</returns>
    public Result<bool> Approve(AgendaSnapshot agenda, string? seen, PersonId? recordedBy, Instant now, string? remark = null)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        if (seen != agenda.Mark)
            return new AgendaReadOtherwise();

        if (StateOf(agenda) == ApprovalState.Approved && (remark is null || Remark == remark))
            return false;

        Approved = agenda.ToString();
        (Answer, AnsweredAt, RecordedById, Remark) = (ApprovalAnswer.Approved, now, recordedBy, remark);
        return true;
    }

    /// <summary>Sends it back, with what is to be changed.</summary>
    /// <inheritdoc cref="Approve"/>
    public Result<bool> SendBack(string? remark, PersonId? recordedBy, Instant now)
    {
        if (string.IsNullOrWhiteSpace(remark))
            return new RemarkMissing();

        if (Answer == ApprovalAnswer.SentBack && Remark == remark)
            return false;

        (Answer, AnsweredAt, RecordedById, Remark) = (ApprovalAnswer.SentBack, now, recordedBy, remark);
        return true;
    }

    /// <summary>
    /// Whether the chair is reminded now: once, at 8.00 of the day before the agenda is to go out, or of the hverdag before that; not of what
    /// was asked just before.
    /// </summary>
    /// <param name="outOn">The day on which the agenda is to go out by the forum's rules.</param>
    public bool IsReminderDue(LocalDate outOn, Instant now)
    {
        if (Answer is not null || ReminderCalendar.QuietUntil(now) is not null)
            return false;

        var due = ReminderCalendar.OnAWorkday(RemindedBefore, outOn);
        return now >= due && DanishTime.ToDanish(now).Date <= outOn && due > AskedAt + AfterAsking && RemindedAt is null;
    }

    public void MarkReminded(Instant now) => RemindedAt = now;
}

public readonly record struct AgendaApprovalId(Guid Value) : IRecordId
{
    public static AgendaApprovalId New() => new(Guid.CreateVersion7());
}

/// <summary>What a chair answered.</summary>
public enum ApprovalAnswer
{
    Approved = 1,

    /// <summary>With a remark on what is to be changed.</summary>
    SentBack = 2,
}

/// <summary>How a chair's approval stands.</summary>
public enum ApprovalState
{
    /// <summary>The chair was not asked.</summary>
    NotAsked = 0,

    Waiting = 1,

    Approved = 2,

    SentBack = 3,

    /// <summary>What was approved is not what the agenda says now.</summary>
    Outdated = 4,
}
