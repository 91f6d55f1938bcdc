using System.Runtime.CompilerServices;
using Klynge.Teams.Activities;

namespace Klynge.Teams.Connector;

/// <summary>
/// The channel's REST interface: everything that the bot says. Every call keeps under the limits of its conversation, retries
/// what is worth retrying within 45 seconds, and fails with a <see cref="ConnectorException"/> that says what to do.
/// </summary>
public sealed class ConnectorClient
{
    private readonly IConnectorCalls _calls;

    internal ConnectorClient(IConnectorCalls calls) => _calls = calls;

    /// <summary>Sends a message into a conversation.</summary>
    /// <param name="turn">Taken while the message is under way and kept once the channel has it; null: it waits for no other.</param>
    /// <returns>The message's id; null where the channel gives none.</returns>
    /// <exception cref="ConnectorException">It was not sent, or that is unknown.</exception>
    public Task<string?> SendAsync(
        ConversationReference to, Activity activity, CancellationToken cancellationToken, SendTurn? turn = null) =>
        PostAsync(to, activityId: null, activity, within: null, turn, cancellationToken);

    /// <summary>Answers a message in its thread.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public Task<string?> ReplyAsync(
        ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken, SendTurn? turn = null) =>
        ReplyAsync(to, activityId, activity, within: null, cancellationToken, turn);

    /// <summary>Answers within a time, while a request waits: in the thread of a message, or without one at the foot of the conversation.</summary>
    /// <param name="within">For all attempts and waits together; null for the usual 45 seconds.</param>
    /// <inheritdoc cref="SendAsync"/>
    internal Task<string?> ReplyAsync(
        ConversationReference to, string? activityId, Activity activity, TimeSpan? within, CancellationToken cancellationToken, SendTurn? turn = null) =>
        PostAsync(to, activityId, activity with { ReplyToId = activityId }, within, turn, cancellationToken);

    /// <summary>Puts another content in the place of a message that the bot sent.</summary>
    /// <exception cref="ConnectorException"><see cref="ConnectorFailure.Gone"/> when the message was deleted.</exception>
    public Task UpdateAsync(ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken) =>
        UpdateAsync(to, activityId, activity, within: null, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(ConversationReference, string, Activity, CancellationToken)"/>
    internal Task UpdateAsync(
        ConversationReference to, string activityId, Activity activity, TimeSpan? within, CancellationToken cancellationToken) =>
        _calls.PutAsync(
            new MessageCall(to.ServiceUrl, Addressing.IdOf(to), activityId, Addressing.Address(activity, to) with { Id = activityId }, Within: within),
            cancellationToken);

    /// <summary>Takes back a message that the bot sent.</summary>
    /// <exception cref="ConnectorException"><see cref="ConnectorFailure.Gone"/> when it is deleted already.</exception>
    public Task DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) =>
        _calls.DeleteAsync(to.ServiceUrl, Addressing.IdOf(to), activityId, cancellationToken);

    /// <summary>The members of a chat or team, read page by page as they are enumerated.</summary>
    /// <exception cref="ConnectorException"><see cref="ConnectorFailure.Gone"/> when there is no such conversation.</exception>
    public async IAsyncEnumerable<ChannelAccount> GetMembersAsync(
        ConversationReference of, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var page = await _calls.GetMembersAsync(of.ServiceUrl, Addressing.IdOf(of), token, cancellationToken);
            foreach (var member in page?.Members ?? [])
                yield return member;
            token = string.Equals(page?.ContinuationToken, token, StringComparison.Ordinal) ? null : page?.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(token));
    }

    /// <summary>One member, with e-mail address and user principal name.</summary>
    /// <param name="userId">The channel's id (<c>29:…</c>) or the id in Entra.</param>
    /// <returns>Null when nobody of that id is a member.</returns>
    /// <exception cref="ConnectorException">The channel did not answer the question.</exception>
    public Task<ChannelAccount?> GetMemberAsync(ConversationReference of, string userId, CancellationToken cancellationToken) =>
        ConnectorPaths.IsId(userId)
            ? OrNullAsync(_calls.GetMemberAsync(of.ServiceUrl, Addressing.IdOf(of), userId, cancellationToken))
            : Task.FromResult<ChannelAccount?>(null);

    /// <summary>Opens the personal chat with somebody who has the bot installed; asking again gives the same chat.</summary>
    /// <param name="userId">The channel's id (<c>29:…</c>).</param>
    /// <exception cref="ConnectorException"><see cref="ConnectorFailure.Undeliverable"/> when the person has blocked the bot.</exception>
    public async Task<ConversationReference> CreatePersonalConversationAsync(
        string serviceUrl, string tenantId, string userId, CancellationToken cancellationToken)
    {
        var user = new ChannelAccount { Id = userId };
        var created = await CreateAsync(
            serviceUrl, new CreateConversationRequest { IsGroup = false, Members = [user], TenantId = tenantId }, cancellationToken);
        return Addressing.Reference(serviceUrl, tenantId, created, ConversationAccount.Personal) with { User = user };
    }

    /// <summary>Starts a thread in a channel with its first message.</summary>
    /// <returns>The thread; <see cref="ConversationReference.ActivityId"/> is its first message.</returns>
    /// <exception cref="ConnectorException">It was not started, or that is unknown.</exception>
    public async Task<ConversationReference> CreateChannelThreadAsync(
        string serviceUrl, string tenantId, string channelId, Activity activity, CancellationToken cancellationToken)
    {
        var request = new CreateConversationRequest
        {
            IsGroup = true,
            Activity = activity,
            ChannelData = new TeamsChannelData { Channel = new ChannelInfo { Id = channelId } },
            TenantId = tenantId,
        };
        var created = await CreateAsync(serviceUrl, request, cancellationToken, channelId);
        return Addressing.Reference(serviceUrl, tenantId, created, ConversationAccount.Channel);
    }

    /// <summary>A meeting's title, times and organiser.</summary>
    /// <param name="meetingId"><see cref="MeetingInfo.Id"/> of the channel data.</param>
    /// <exception cref="ConnectorException"><see cref="ConnectorFailure.Gone"/> when the bot is not in such a meeting.</exception>
    public async Task<MeetingDetails> GetMeetingAsync(string serviceUrl, string meetingId, CancellationToken cancellationToken) =>
        await _calls.GetMeetingAsync(serviceUrl, meetingId, cancellationToken) ?? throw Empty();

    /// <summary>One person's part in a meeting at this moment; works for rosters under 350.</summary>
    /// <returns>Null when the person is not on the meeting's roster.</returns>
    /// <exception cref="ConnectorException">The channel did not answer the question.</exception>
    public Task<MeetingParticipant?> GetMeetingParticipantAsync(
        string serviceUrl, string meetingId, string aadObjectId, string tenantId, CancellationToken cancellationToken) =>
        OrNullAsync(_calls.GetParticipantAsync(serviceUrl, meetingId, aadObjectId, tenantId, cancellationToken));

    private async Task<string?> PostAsync(
        ConversationReference to, string? activityId, Activity activity, TimeSpan? within, SendTurn? turn, CancellationToken cancellationToken)
    {
        var message = new MessageCall(to.ServiceUrl, Addressing.IdOf(to), activityId, Addressing.Address(activity, to), turn, within);
        return (await _calls.PostAsync(message, cancellationToken))?.Id;
    }

    private async Task<CreateConversationResponse> CreateAsync(
        string serviceUrl, CreateConversationRequest request, CancellationToken cancellationToken, string? thread = null)
    {
        var created = await _calls.CreateAsync(serviceUrl, request, thread, cancellationToken);
        return created?.Id is { Length: > 0 } ? created : throw Empty();
    }

    private static async Task<T?> OrNullAsync<T>(Task<T?> call)
        where T : class
    {
        try
        {
            return await call;
        }
        catch (ConnectorException e) when (e.Failure is ConnectorFailure.Gone)
        {
            return null;
        }
    }

    private static ConnectorException Empty() => new(ConnectorFailure.Unavailable, 200, null, "The channel's answer is empty.");
}
