namespace Klynge.Domain.Meetings;

/// <summary>How far a meeting has come. The order is the order of its life; <see cref="Cancelled"/> can follow any but <see cref="Held"/>.</summary>
public enum MeetingStatus
{
    /// <summary>Planlagt: the date is set, the agenda is being made.</summary>
    Planned = 1,

    /// <summary>Udsendt: the agenda has gone out; what changes from now on is marked.</summary>
    AgendaSent = 2,

    /// <summary>I gang.</summary>
    InProgress = 3,

    /// <summary>Afholdt.</summary>
    Held = 4,

    /// <summary>Aflyst.</summary>
    Cancelled = 5,
}
