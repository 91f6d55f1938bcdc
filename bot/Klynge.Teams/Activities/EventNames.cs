namespace Klynge.Teams.Activities;

/// <summary>The values of <see cref="Activity.Name"/> of an event; Teams sends them for scheduled meetings only.</summary>
public static class EventNames
{
    public const string MeetingStart = "application/vnd.microsoft.meetingStart";
    public const string MeetingEnd = "application/vnd.microsoft.meetingEnd";
    public const string MeetingParticipantJoin = "application/vnd.microsoft.meetingParticipantJoin";
    public const string MeetingParticipantLeave = "application/vnd.microsoft.meetingParticipantLeave";
}

/// <summary>
/// The values of <see cref="TeamsChannelData.EventType"/> by which Teams tells that others read a shared or private channel than before.
/// They need <c>supportsChannelFeatures: tier1</c> in the app's manifest and the permission <c>ChannelMember.Read.Group</c>.
/// </summary>
public static class ChannelEvents
{
    public const string Shared = "channelShared";
    public const string Unshared = "channelUnshared";
    public const string MemberAdded = "channelMemberAdded";
    public const string MemberRemoved = "channelMemberRemoved";
}
