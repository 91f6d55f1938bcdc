using Klynge.Teams.Activities;

namespace Klynge.Teams.Connector;

/// <summary>
/// The calls of the channel's REST interface, one method each. How they are put on the wire is all that differs between the protocol's
/// own and a client library's; what they may do, how often and what a failure means is <see cref="ConnectorTransport"/>'s for both.
/// </summary>
internal interface IConnectorCalls
{
    /// <summary>POST of a message, as an answer when it names one.</summary>
    Task<ResourceResponse?> PostAsync(MessageCall message, CancellationToken cancellationToken);

    /// <summary>PUT in the place of <see cref="MessageCall.ActivityId"/>.</summary>
    Task PutAsync(MessageCall message, CancellationToken cancellationToken);

    Task DeleteAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken);

    /// <param name="continuationToken">Null for the first page.</param>
    Task<MembersPage?> GetMembersAsync(string serviceUrl, string conversationId, string? continuationToken, CancellationToken cancellationToken);

    Task<ChannelAccount?> GetMemberAsync(string serviceUrl, string conversationId, string userId, CancellationToken cancellationToken);

    /// <param name="thread">Whose limits count; null for none.</param>
    Task<CreateConversationResponse?> CreateAsync(string serviceUrl, CreateConversationRequest request, string? thread, CancellationToken cancellationToken);

    Task<MeetingDetails?> GetMeetingAsync(string serviceUrl, string meetingId, CancellationToken cancellationToken);

    Task<MeetingParticipant?> GetParticipantAsync(
        string serviceUrl, string meetingId, string aadObjectId, string tenantId, CancellationToken cancellationToken);
}

/// <param name="ActivityId">The message that is answered or replaced; null for one at the foot of the conversation.</param>
/// <param name="Activity">With its address on it.</param>
/// <param name="Turn">As <see cref="ConnectorCall.Turn"/>.</param>
/// <param name="Within">As <see cref="ConnectorCall.Within"/>.</param>
internal sealed record MessageCall(
    string ServiceUrl, string ConversationId, string? ActivityId, Activity Activity, SendTurn? Turn = null, TimeSpan? Within = null);
