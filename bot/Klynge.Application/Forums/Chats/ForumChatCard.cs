using System.Security.Cryptography;
using System.Text;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.Chats;

/// <summary>
/// The one card of a chat that says which forum it belongs to, or asks. It stands once in the chat and is updated when the answer
/// is given, so that nobody is left with a question that has been settled.
/// </summary>
public sealed class ForumChatCard : ISharedCardSource
{
    internal const string CardKind = "forumchat";

    public string Kind => CardKind;

    /// <summary>The key of a conversation's card: the channel's id is no Guid, so its hash stands in for it.</summary>
    public static CardKey KeyOf(string conversationId) =>
        new(CardKind, new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(conversationId)).AsSpan(0, 16)));

    public async Task<AdaptiveCard?> DrawAsync(
        KlyngeContext db, Guid id, Conversation conversation, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        if (conversation.Kind == ConversationKind.Personal || KeyOf(conversation.Id).Id != id)
            return null;

        var board = await db.Boards.AsNoTracking().OrderBy(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        var forum = await db.Forums.AsNoTracking().SingleOrDefaultAsync(one => one.Id == conversation.ForumId, cancellationToken);
        return forum is null
            ? ForumChatCards.Ask(board?.Name ?? string.Empty)
            : ForumChatCards.Linked(forum.Name, board?.Name ?? string.Empty);
    }
}
