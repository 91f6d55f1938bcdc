namespace Klynge.Teams.Activities;

public sealed record MeetingParticipation
{
    /// <summary><c>Organizer</c>, <c>Presenter</c> or <c>Attendee</c>.</summary>
    public string? Role { get; init; }

    public bool? InMeeting { get; init; }
}
