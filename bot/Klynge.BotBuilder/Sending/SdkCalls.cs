using Klynge.BotBuilder.Reading;
using Klynge.Teams.Activities;
using Klynge.Teams.Connector;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using ChannelAccount = Klynge.Teams.Activities.ChannelAccount;
using ResourceResponse = Klynge.Teams.Connector.ResourceResponse;
using SdkActivity = Microsoft.Bot.Schema.Activity;

namespace Klynge.BotBuilder.Sending;

/// <summary>The channel's REST interface by the SDK's clients.</summary>
internal sealed class SdkCalls(SdkClients clients) : IConnectorCalls
{
    private const int PageSize = 500;

    public async Task<ResourceResponse?> PostAsync(MessageCall message, CancellationToken cancellationToken)
    {
        var (conversation, activity) = (ConnectorPaths.Check(message.ConversationId), ToSdk(message));
        using var client = clients.Open(message.ServiceUrl, conversation, message.Turn, message.Within);
        var sent = await ReadAsync(message.ActivityId is null
            ? client.Conversations.SendToConversationAsync(conversation, activity, cancellationToken)
            : client.Conversations.ReplyToActivityAsync(conversation, ConnectorPaths.Check(message.ActivityId), activity, cancellationToken));
        return sent is null ? null : new ResourceResponse(sent.Id);
    }

    public async Task PutAsync(MessageCall message, CancellationToken cancellationToken)
    {
        var (conversation, id) = (ConnectorPaths.Check(message.ConversationId), ConnectorPaths.Check(message.ActivityId));
        using var client = clients.Open(message.ServiceUrl, conversation, message.Turn, message.Within);
        await ReadAsync(client.Conversations.UpdateActivityAsync(conversation, id, ToSdk(message), cancellationToken));
    }

    public async Task DeleteAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken)
    {
        using var client = clients.Open(serviceUrl, ConnectorPaths.Check(conversationId));
        await client.Conversations.DeleteActivityAsync(conversationId, ConnectorPaths.Check(activityId), cancellationToken);
    }

    public async Task<MembersPage?> GetMembersAsync(
        string serviceUrl, string conversationId, string? continuationToken, CancellationToken cancellationToken)
    {
        using var client = clients.Open(serviceUrl);
        var page = await ReadAsync(client.Conversations.GetConversationPagedMembersAsync(
            ConnectorPaths.Check(conversationId), PageSize, continuationToken, cancellationToken));
        return page is null ? null : SdkActivities.ToOurs(page, ActivityJson.Context.MembersPage);
    }

    public async Task<ChannelAccount?> GetMemberAsync(string serviceUrl, string conversationId, string userId, CancellationToken cancellationToken)
    {
        using var client = clients.Open(serviceUrl);
        var member = await ReadAsync(((Conversations)client.Conversations).GetConversationMemberAsync(
            ConnectorPaths.Check(userId), ConnectorPaths.Check(conversationId), cancellationToken));
        return member is null ? null : SdkActivities.ToOurs(member, ActivityJson.Context.ChannelAccount);
    }

    public async Task<CreateConversationResponse?> CreateAsync(
        string serviceUrl, CreateConversationRequest request, string? thread, CancellationToken cancellationToken)
    {
        using var client = clients.Open(serviceUrl, thread);
        var parameters = SdkActivities.ToSdk<ConversationParameters>(request, ActivityJson.Context.CreateConversationRequest);
        var created = await ReadAsync(client.Conversations.CreateConversationAsync(parameters, cancellationToken));
        return created is null ? null : new CreateConversationResponse(created.Id, created.ActivityId, created.ServiceUrl);
    }

    public async Task<MeetingDetails?> GetMeetingAsync(string serviceUrl, string meetingId, CancellationToken cancellationToken)
    {
        using var client = clients.OpenTeams(serviceUrl);
        var meeting = await ReadAsync(client.Teams.FetchMeetingInfoAsync(ConnectorPaths.Check(meetingId), cancellationToken));
        return meeting is null ? null : SdkActivities.ToOurs(meeting, ActivityJson.Context.MeetingDetails);
    }

    public async Task<MeetingParticipant?> GetParticipantAsync(
        string serviceUrl, string meetingId, string aadObjectId, string tenantId, CancellationToken cancellationToken)
    {
        using var client = clients.OpenTeams(serviceUrl);
        var participant = await ReadAsync(client.Teams.FetchParticipantAsync(
            ConnectorPaths.Check(meetingId), ConnectorPaths.Check(aadObjectId), tenantId, cancellationToken));
        return participant is null ? null : SdkActivities.ToOurs(participant, ActivityJson.Context.MeetingParticipant);
    }

    private static SdkActivity ToSdk(MessageCall message) => SdkActivities.ToSdk<SdkActivity>(message.Activity, ActivityJson.Context.Activity);

    private static async Task<T?> ReadAsync<T>(Task<T> call)
    {
        try
        {
            return await call;
        }
        catch (SerializationException e)
        {
            throw new ConnectorException(ConnectorFailure.Unavailable, null, "NotJson", "The channel's answer is not JSON.", e);
        }
    }
}
