namespace Klynge.Domain.Attendance;

/// <summary>How somebody came into a meeting in Teams.</summary>
public enum AttendanceKind
{
    /// <summary>Signed in, in this tenant or as a guest of it or from another one.</summary>
    Account = 1,

    /// <summary>Not signed in: a name that anybody can write.</summary>
    Anonymous = 2,

    /// <summary>By telephone.</summary>
    Phone = 3,
}
