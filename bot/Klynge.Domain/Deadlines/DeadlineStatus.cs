namespace Klynge.Domain.Deadlines;

public enum DeadlineStatus
{
    /// <summary>Åben.</summary>
    Open = 1,

    /// <summary>Udsat: still open, on a later day than it began with.</summary>
    Postponed = 2,

    /// <summary>Færdig.</summary>
    Done = 3,

    /// <summary>Slettet: set by mistake, or its meeting was cancelled; kept for the record.</summary>
    Removed = 4,
}
