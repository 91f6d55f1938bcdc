namespace Klynge.Teams.Activities;

/// <summary>The values of <see cref="Activity.Type"/> that this library routes.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string Invoke = "invoke";
    public const string Event = "event";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string MessageReaction = "messageReaction";
}

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

/// <summary>The values of <see cref="Activity.Name"/> of an invoke.</summary>
public static class InvokeNames
{
    public const string CardAction = "adaptiveCard/action";

    /// <summary>Somebody types in a field whose choices are searched for: <see cref="Cards.DataQuery"/>.</summary>
    public const string Search = "application/search";
}

/// <summary>Channels by their ids.</summary>
public static class Channels
{
    public const string Teams = "msteams";

    /// <summary>
    /// Whether the channel has itself found out who sends: Teams signs people in with Entra, so tenant and object id of its activities are
    /// facts. In another channel's activities they are what a client wrote.
    /// </summary>
    public static bool ProvesPeople(string? channelId) => string.Equals(channelId, Teams, StringComparison.Ordinal);
}
