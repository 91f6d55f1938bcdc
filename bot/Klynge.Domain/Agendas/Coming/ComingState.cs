namespace Klynge.Domain.Agendas.Coming;

/// <summary>How a case to come stands.</summary>
public enum ComingState
{
    Proposed = 1,
    Waiting = 2,
    OnAgenda = 3,

    /// <summary>Its meeting was held, and nothing was decided.</summary>
    NotReached = 4,
    Postponed = 5,

    /// <summary>It goes on in writing, or awaits another authority.</summary>
    Unsettled = 6,
    Decided = 7,
    Dropped = 8,

    /// <summary>The agreement that it keeps is no more.</summary>
    Withdrawn = 9,

    /// <summary>Another forum has it from this one.</summary>
    SentOn = 10,

    /// <summary>The forum that it was sent on to has not taken it, or it was called back from there: it waits here again, whatever was decided.</summary>
    Returned = 11,

    /// <summary>Whoever sent it has called it back.</summary>
    Recalled = 12,
}

public static class ComingStates
{
    /// <summary>Whether it can be put on an agenda: it is not on one that lies ahead, nor settled.</summary>
    public static bool MayBePlaced(this ComingState state) =>
        state is ComingState.Waiting or ComingState.NotReached or ComingState.Postponed or ComingState.Unsettled or ComingState.Returned;

    /// <summary>Whether it is still to come; what is settled, dropped or withdrawn is history.</summary>
    public static bool IsToCome(this ComingState state) =>
        state is not (ComingState.Decided or ComingState.Dropped or ComingState.Withdrawn or ComingState.SentOn or ComingState.Recalled);
}
