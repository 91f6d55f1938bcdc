namespace Klynge.Domain.Attendance;

/// <summary>Where an apology came from. A person's own word outranks the calendar.</summary>
public enum ApologySource
{
    /// <summary>The member said so, in chat or on a card.</summary>
    Member = 1,

    /// <summary>The secretariat wrote it down for the member.</summary>
    Secretariat = 2,

    /// <summary>A decline in the calendar.</summary>
    Calendar = 3,
}
