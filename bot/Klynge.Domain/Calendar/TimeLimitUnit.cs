namespace Klynge.Domain.Calendar;

/// <summary>What a forum's rules of procedure count a time limit in.</summary>
public enum TimeLimitUnit
{
    /// <summary>Calendar days; a week is seven of them.</summary>
    Days,

    /// <summary>Hverdage, Monday to Friday.</summary>
    Workdays,

    /// <summary>Hverdage, Saturday counted.</summary>
    WorkdaysWithSaturday,
}
