using Klynge.Application.Data;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Forums.Chats;

/// <param name="Move">The person has confirmed that a chat which belongs to another forum changes hands.</param>
/// <param name="ReadersSeen">The <see cref="ChannelReaders.Token"/> of those whom the person has been told of; null for none.</param>
public sealed record LinkConversationRequest(string ConversationId, ForumId ForumId, bool Move, string? ReadersSeen = null);

/// <param name="From">The forum that the chat belonged to until now; null for none.</param>
public sealed record ConversationLinked(Forum Forum, Forum? From);

/// <summary>The secretariat says which forum a chat or channel belongs to. Who moves one from a forum must be in both secretariats.</summary>
public sealed class LinkConversation(Writer writer, ConversationRegister conversations)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.LinkConversation;

    /// <returns>
    /// The forum; or <see cref="OthersReadAlong"/> until the person has said yes to who reads a shared or private channel,
    /// <see cref="LinkedElsewhere"/> until the move is confirmed, <see cref="ChatNotFound"/>,
    /// <see cref="PersonalChatHasNoForum"/>, <see cref="ForumNotFound"/>, <see cref="NotAllowed"/>.
    /// </returns>
    public async Task<Result<ConversationLinked>> HandleAsync(
        Caller caller, LinkConversationRequest request, CancellationToken cancellationToken)
    {
        var result = await writer.WriteAsync<ConversationLinked>(
            caller, nameof(LinkConversation), request.ForumId, scope => LinkAsync(scope, request), cancellationToken);
        conversations.Forget(request.ConversationId);
        return result;
    }

    private static async Task<Result<ConversationLinked>> LinkAsync(WriteScope scope, LinkConversationRequest request)
    {
        var entered = await scope.EnterAsync(request.ForumId, Needs);
        if (!entered.TryGet(out var visit, out var error))
            return error;
        if (await scope.Db.Conversations.FindAsync(request.ConversationId) is not { IsGone: false } conversation)
            return new ChatNotFound();
        if (conversation.Kind == ConversationKind.Personal)
            return new PersonalChatHasNoForum();

        if (conversation.Readers is { } readers && conversation.ForumId != visit.Forum.Id && readers.Token != request.ReadersSeen)
            return new OthersReadAlong(readers);

        var from = conversation.ForumId == visit.Forum.Id
            ? null
            : await scope.Db.Forums.SingleOrDefaultAsync(other => other.Id == conversation.ForumId);
        if (from is not null && await RefuseMoveAsync(scope, from, request.Move) is { } refusal)
            return refusal;

        conversation.ForumId = visit.Forum.Id;
        if (await scope.Db.MeetingChats.AnyAsync(chat => chat.ConversationId == conversation.Id))
            scope.Receive(CalendarInboxKind.Chat, conversation.Id);
        await scope.RefreshAsync(ForumChatCard.KeyOf(conversation.Id));
        return new ConversationLinked(visit.Forum, from);
    }

    private static async Task<Error?> RefuseMoveAsync(WriteScope scope, Forum from, bool confirmed)
    {
        // The chat is that forum's, so whoever is in it knows of it.
        if (!from.IsClosed && !(await scope.EnterAsync(from.Id, Needs)).IsSuccess)
            return new NotAllowed(from.Name);
        return confirmed ? null : new LinkedElsewhere(from.Name);
    }
}
