namespace Klynge.Teams.Activities;

/// <summary>The values of <see cref="Activity.Name"/> of an event; Teams sends them for scheduled meetings only.</summary>
public static class EventNames
{
    public const string MeetingStart = "application/vnd.microsoft.meetingStart";
    public const string MeetingEnd = "application/vnd.microsoft.meetingEnd";
    public const string MeetingParticipantJoin = "application/vnd.microsoft.meetingParticipantJoin";
    public const string MeetingParticipantLeave = "application/vnd.microsoft.meetingParticipantLeave";
}
