using System.Text.Json;
using Klynge.Teams.Activities;

namespace Klynge.Teams.Connector;

/// <summary>The calls written out by hand: paths, JSON and nothing between.</summary>
internal sealed class ProtocolCalls(ConnectorTransport transport) : IConnectorCalls
{
    public Task<ResourceResponse?> PostAsync(MessageCall message, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Post,
        message,
        message.ActivityId is null
            ? ConnectorPaths.Activities(message.ConversationId)
            : ConnectorPaths.Activity(message.ConversationId, message.ActivityId),
        cancellationToken);

    public Task PutAsync(MessageCall message, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, message, ConnectorPaths.Activity(message.ConversationId, message.ActivityId!), cancellationToken);

    public Task DeleteAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) =>
        transport.CallAsync(
            new ConnectorCall(HttpMethod.Delete, serviceUrl, ConnectorPaths.Activity(conversationId, activityId), Thread: conversationId),
            ActivityJson.Context.ResourceResponse,
            cancellationToken);

    public Task<MembersPage?> GetMembersAsync(
        string serviceUrl, string conversationId, string? continuationToken, CancellationToken cancellationToken) =>
        transport.CallAsync(
            new ConnectorCall(HttpMethod.Get, serviceUrl, ConnectorPaths.MembersPage(conversationId, continuationToken)),
            ActivityJson.Context.MembersPage,
            cancellationToken);

    public Task<ChannelAccount?> GetMemberAsync(string serviceUrl, string conversationId, string userId, CancellationToken cancellationToken) =>
        transport.CallAsync(
            new ConnectorCall(HttpMethod.Get, serviceUrl, ConnectorPaths.Member(conversationId, userId)),
            ActivityJson.Context.ChannelAccount,
            cancellationToken);

    public Task<CreateConversationResponse?> CreateAsync(
        string serviceUrl, CreateConversationRequest request, string? thread, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, ActivityJson.Context.CreateConversationRequest);
        var call = new ConnectorCall(HttpMethod.Post, serviceUrl, ConnectorPaths.Conversations, body, thread);
        return transport.CallAsync(call, ActivityJson.Context.CreateConversationResponse, cancellationToken);
    }

    public Task<MeetingDetails?> GetMeetingAsync(string serviceUrl, string meetingId, CancellationToken cancellationToken) =>
        transport.CallAsync(
            new ConnectorCall(HttpMethod.Get, serviceUrl, ConnectorPaths.Meeting(meetingId)),
            ActivityJson.Context.MeetingDetails,
            cancellationToken);

    public Task<MeetingParticipant?> GetParticipantAsync(
        string serviceUrl, string meetingId, string aadObjectId, string tenantId, CancellationToken cancellationToken) =>
        transport.CallAsync(
            new ConnectorCall(HttpMethod.Get, serviceUrl, ConnectorPaths.Participant(meetingId, aadObjectId, tenantId)),
            ActivityJson.Context.MeetingParticipant,
            cancellationToken);

    private Task<ResourceResponse?> SendAsync(HttpMethod method, MessageCall message, string path, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message.Activity, ActivityJson.Context.Activity);
        var call = new ConnectorCall(method, message.ServiceUrl, path, body, message.ConversationId, message.Turn, message.Within);
        return transport.CallAsync(call, ActivityJson.Context.ResourceResponse, cancellationToken);
    }
}
