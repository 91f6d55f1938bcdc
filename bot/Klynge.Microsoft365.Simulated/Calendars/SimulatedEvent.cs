namespace Klynge.Microsoft365.Simulated.Calendars;

/// <summary>One event, or one occurrence of a series, in its organizer's calendar.</summary>
public sealed record SimulatedEvent
{
    /// <summary>Immutable.</summary>
    public string Id { get; init; } = $"AAkALg{Guid.NewGuid():N}=";

    public string ICalUId { get; init; } = $"040000008200E00074C5B7101A82E008{Guid.NewGuid():N}";

    public required string Subject { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>Midnight to midnight by the calendar, in no time zone: <see cref="Start"/> and <see cref="End"/> are then dates at 0.00 UTC.</summary>
    public bool IsAllDay { get; init; }

    public string Location { get; init; } = string.Empty;

    /// <summary>Null for an event that is no online meeting.</summary>
    public string? JoinUrl { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>Null for a single event.</summary>
    public string? SeriesMasterId { get; init; }

    /// <summary>An occurrence that was changed by itself.</summary>
    public bool IsException { get; init; }

    public IReadOnlyList<SimulatedAttendee> Attendees { get; init; } = [];

    /// <summary>Counts the states; Graph's <c>changeKey</c> is made of it.</summary>
    public int Revision { get; init; } = 1;

    public DateTimeOffset LastModified { get; init; }

    internal string Type => (SeriesMasterId, IsException) switch
    {
        (null, _) => "singleInstance",
        (_, true) => "exception",
        _ => "occurrence",
    };

    internal bool Overlaps(DateTimeOffset from, DateTimeOffset until) => End > from && Start < until;
}

/// <summary>Somebody invited to an event, as the organizer's copy of it says.</summary>
/// <param name="Email">The address.</param>
/// <param name="Name">The name as the invitation shows it.</param>
/// <param name="Type"><c>required</c>, <c>optional</c> or <c>resource</c> (a room).</param>
/// <param name="Response"><c>none</c>, <c>notResponded</c>, <c>accepted</c>, <c>tentativelyAccepted</c>, <c>declined</c>.</param>
/// <param name="RespondedAt">Null for never, which Graph writes as the year 1.</param>
public sealed record SimulatedAttendee(
    string Email, string Name, string Type = "required", string Response = "none", DateTimeOffset? RespondedAt = null);
