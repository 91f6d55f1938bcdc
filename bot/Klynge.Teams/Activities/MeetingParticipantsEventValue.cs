namespace Klynge.Teams.Activities;

/// <summary>The value of a meetingParticipantJoin or meetingParticipantLeave event.</summary>
public sealed record MeetingParticipantsEventValue
{
    public IReadOnlyList<MeetingParticipant>? Members { get; init; }
}
