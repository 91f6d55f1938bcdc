namespace Klynge.Domain.Invitations;

/// <summary>
/// What becomes of one field of a meeting when the calendar is read. The value that the calendar had before tells who changed it: only
/// that makes a move in Outlook follow through while what the secretariat did by hand stays.
/// </summary>
public static class CalendarMerge
{
    /// <param name="before">What the calendar said last; null where it has said nothing yet.</param>
    /// <param name="here">What stands in the board's record.</param>
    /// <param name="there">What the calendar says now.</param>
    public static MergeOutcome Decide<T>(T? before, T here, T there)
        where T : class
    {
        if (there.Equals(before) || there.Equals(here))
            return MergeOutcome.Keep;

        return here.Equals(before) ? MergeOutcome.Take : MergeOutcome.Ask;
    }
}

public enum MergeOutcome
{
    /// <summary>The calendar says nothing new, or what stands here already.</summary>
    Keep = 0,

    /// <summary>It was changed in the calendar alone.</summary>
    Take = 1,

    /// <summary>It was changed in both places, to different values.</summary>
    Ask = 2,
}
