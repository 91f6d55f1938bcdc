using Klynge.Teams.Activities;

namespace Klynge.Teams.Connector;

/// <summary>
/// The channel's REST interface: everything that the bot says. Every call keeps under the limits of its thread, retries what
/// is worth retrying within a bounded time, and fails with a <see cref="ConnectorException"/> that says what to do.
/// </summary>
public sealed class ConnectorClient
{
    /// <summary>Sends a message into a conversation.</summary>
    /// <returns>The message's id; null where the channel gives none.</returns>
    public Task<string?> SendAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Answers a message in its thread.</summary>
    /// <returns>The answer's id; null where the channel gives none.</returns>
    public Task<string?> ReplyAsync(ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Puts another content in the place of a message that the bot sent.</summary>
    public Task UpdateAsync(ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>The members of a chat or team, read page by page as they are enumerated.</summary>
    public IAsyncEnumerable<ChannelAccount> GetMembersAsync(ConversationReference of, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <param name="userId">The channel's id (<c>29:…</c>) or the id in Entra.</param>
    /// <returns>Null when nobody of that id is a member.</returns>
    public Task<ChannelAccount?> GetMemberAsync(ConversationReference of, string userId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Opens the personal chat with somebody who has the bot installed; asking again gives the same chat.</summary>
    /// <param name="userId">The channel's id (<c>29:…</c>).</param>
    public Task<ConversationReference> CreatePersonalConversationAsync(
        string serviceUrl, string tenantId, string userId, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Starts a thread in a channel with its first message.</summary>
    /// <returns>The thread; <see cref="ConversationReference.ActivityId"/> is its first message.</returns>
    public Task<ConversationReference> CreateChannelThreadAsync(
        string serviceUrl, string tenantId, string channelId, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <param name="meetingId"><see cref="MeetingInfo.Id"/> of the channel data.</param>
    public Task<MeetingDetails> GetMeetingAsync(string serviceUrl, string meetingId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>One person's part in a meeting at this moment; works for rosters under 350.</summary>
    /// <returns>Null when the person is not on the meeting's roster.</returns>
    public Task<MeetingParticipant?> GetMeetingParticipantAsync(
        string serviceUrl, string meetingId, string aadObjectId, string tenantId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
