namespace Klynge.Domain.WrittenProcedures;

/// <summary>Why a case closed when it did.</summary>
public enum ClosingReason
{
    /// <summary>The deadline passed.</summary>
    Deadline = 1,

    /// <summary>Everybody had answered, and the forum's rules let the case close then.</summary>
    AllAnswered = 2,

    /// <summary>Somebody demanded that the case is taken at a meeting.</summary>
    MeetingDemanded = 3,

    /// <summary>The secretariat or a chair closed it by hand ahead of the deadline.</summary>
    ByHand = 4,

    /// <summary>Trukket tilbage.</summary>
    Withdrawn = 5,
}
