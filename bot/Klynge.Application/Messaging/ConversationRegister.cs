using Klynge.Application.Data;
using Klynge.Application.Forums.Chats;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Activities;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Messaging;

/// <summary>Remembers the conversations that the bot is in, so that it can write there unasked. Writes only when something changed.</summary>
public sealed class ConversationRegister(IDbContextFactory<KlyngeContext> contexts, Writer writer, DirectoryVersion version, IClock clock)
{
    private readonly FreshCache<string, Known> _known = new(version, clock, StringComparer.Ordinal);

    /// <summary>The conversation of a turn, stored or brought up to date.</summary>
    /// <param name="turn">An authenticated turn.</param>
    /// <param name="person">The sender, for a personal chat.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<(ConversationKind Kind, ForumId? ForumId)> RememberAsync(
        TurnContext turn, PersonId? person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (id, kind) = (IdOf(turn), KindOf(turn));
        var owner = kind == ConversationKind.Personal ? person : null;
        var stamp = await _known.StampAsync(cancellationToken);
        if (_known.TryGet(id, stamp, out var known) && known.ServiceUrl == turn.Reference.ServiceUrl && known.PersonId == owner)
            return (known.Kind, known.ForumId);

        var stored = await StoreAsync(turn, id, kind, owner, cancellationToken);
        _known.Keep(id, new Known(kind, stored, turn.Reference.ServiceUrl, owner), stamp);
        return (kind, stored);
    }

    /// <summary>A conversation without the thread: every thread of a channel is the same conversation to us.</summary>
    public static string IdOf(TurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Reference.Conversation.Id!.Split(";messageid=", 2, StringSplitOptions.None)[0];
    }

    /// <summary>The bot was taken out of the conversation: nothing more is sent there.</summary>
    public async Task MarkGoneAsync(string conversationId, CancellationToken cancellationToken)
    {
        Forget(conversationId);
        await writer.WriteAsync<Done>(new WriteIntent("MarkConversationGone", Caller.System, IsOnRecord: false), async scope =>
        {
            if (await scope.Db.Conversations.FindAsync(conversationId) is { } conversation)
                conversation.IsGone = true;

            return default(Done);
        }, cancellationToken);
    }

    /// <summary>
    /// Stores who reads along in a conversation. Where it belongs to a forum already and more outsiders read it than before, the forum's
    /// secretariat is told.
    /// </summary>
    /// <param name="readers">Null for a conversation where nobody does.</param>
    public Task RecordReadersAsync(string conversationId, ChannelReaders? readers, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent("RecordChannelReaders", Caller.System, IsOnRecord: false), async scope =>
        {
            if (await scope.Db.Conversations.FindAsync(conversationId) is not { } conversation || conversation.Readers == readers)
                return default(Done);

            var isWider = readers?.IsWiderThan(conversation.Readers) == true;
            conversation.Readers = readers;
            if (conversation.ForumId is null)
                await scope.RefreshAsync(ForumChatCard.KeyOf(conversationId));
            else if (isWider && await scope.Db.Forums.SingleOrDefaultAsync(one => one.Id == conversation.ForumId) is { } forum)
                await scope.NotifySecretariatAsync(forum.Id, ForumChatCards.ReadersCame(forum.Name, readers!));
            return default(Done);
        }, cancellationToken);

    /// <summary>Reads the conversation afresh next time: it has been linked to a forum.</summary>
    public void Forget(string conversationId) => _known.Forget(conversationId);

    private static ConversationKind KindOf(TurnContext turn) =>
        turn.IsPersonal ? ConversationKind.Personal
        : string.Equals(turn.Reference.Conversation.ConversationType, ConversationAccount.Channel, StringComparison.OrdinalIgnoreCase)
            ? ConversationKind.Channel
            : ConversationKind.Group;

    private async Task<ForumId?> StoreAsync(
        TurnContext turn, string id, ConversationKind kind, PersonId? person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken);
        if (stored is { IsGone: false } && stored.ServiceUrl == turn.Reference.ServiceUrl && (person is null || stored.PersonId == person))
            return stored.ForumId;

        var result = await writer.WriteAsync<ConversationLink>(
            new WriteIntent("RememberConversation", Caller.System, IsOnRecord: false),
            async scope => await UpsertAsync(scope, turn, id, kind, person),
            cancellationToken);
        return result.Value.ForumId;
    }

    private static async Task<ConversationLink> UpsertAsync(WriteScope scope, TurnContext turn, string id, ConversationKind kind, PersonId? person)
    {
        var reference = turn.Reference;
        if (await scope.Db.Conversations.FindAsync(id) is not { } conversation)
        {
            conversation = new Conversation
            {
                Id = id,
                Kind = kind,
                ServiceUrl = reference.ServiceUrl,
                ChannelId = reference.ChannelId,
                TenantId = turn.TenantId,
                BotId = reference.Bot?.Id ?? string.Empty,
                SeenAt = scope.Now,
            };
            scope.Db.Conversations.Add(conversation);
        }

        conversation.ServiceUrl = reference.ServiceUrl;
        conversation.BotId = reference.Bot?.Id ?? conversation.BotId;
        conversation.TenantId = turn.TenantId ?? conversation.TenantId;
        conversation.PersonId = person ?? conversation.PersonId;
        (conversation.SeenAt, conversation.IsGone) = (scope.Now, false);
        return new ConversationLink(conversation.ForumId);
    }

    private sealed record Known(ConversationKind Kind, ForumId? ForumId, string ServiceUrl, PersonId? PersonId);

    private sealed record ConversationLink(ForumId? ForumId);
}
