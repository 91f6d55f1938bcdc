namespace Klynge.Microsoft365.Simulated.Calendars;

/// <summary>Somebody invited to an event, as the organizer's copy of it says.</summary>
/// <param name="Email">The address.</param>
/// <param name="Name">The name as the invitation shows it.</param>
/// <param name="Type"><c>required</c>, <c>optional</c> or <c>resource</c> (a room).</param>
/// <param name="Response"><c>none</c>, <c>notResponded</c>, <c>accepted</c>, <c>tentativelyAccepted</c>, <c>declined</c>.</param>
/// <param name="RespondedAt">Null for never, which Graph writes as the year 1.</param>
public sealed record SimulatedAttendee(
    string Email, string Name, string Type = "required", string Response = "none", DateTimeOffset? RespondedAt = null);
