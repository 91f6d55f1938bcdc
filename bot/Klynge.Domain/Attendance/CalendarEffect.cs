namespace Klynge.Domain.Attendance;

/// <summary>What an answer in the calendar does to a seat's apology.</summary>
public enum CalendarEffect
{
    None = 0,

    /// <summary>A decline becomes an apology.</summary>
    Register = 1,

    /// <summary>An apology that only the calendar gave is taken back.</summary>
    Withdraw = 2,

    /// <summary>
    /// The person says yes in the calendar while an apology in words stands. The words stand; the person is asked.
    /// </summary>
    Contradicts = 3,
}
