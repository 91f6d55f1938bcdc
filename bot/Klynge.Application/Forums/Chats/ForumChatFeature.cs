using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Application.Rights;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Forums.Chats;

/// <summary>The buttons that link a chat to a forum.</summary>
public sealed class ForumChatFeature(Gate gate, LinkConversation link, IDbContextFactory<KlyngeContext> contexts) : IChatFeature
{
    public static readonly ButtonRight ChooseVerb = new("chat.choose", Who.With(LinkConversation.Needs));
    public static readonly ButtonRight LinkVerb = new("chat.link", LinkConversation.Needs);
    public static readonly ButtonRight ShowVerb = new("chat.linked", Who.OnRecord, "says which forum the chat belongs to");

    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes
            .OnAction(ChooseVerb, ChooseAsync)
            .OnAction(LinkVerb, LinkAsync)
            .OnAction(ShowVerb, (turn, _, _) => Task.FromResult(Shown(turn)));
    }

    private static ChatReply Shown(ChatTurn turn) => ChatReply.ShowShared(ForumChatCard.KeyOf(turn.ConversationId));

    private async Task<ChatReply> ChooseAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        if (turn.IsPersonal)
            return new PersonalChatHasNoForum();

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = (await gate.OwnAsync(turn, cancellationToken))
            .Where(visit => visit.Access.May(LinkConversation.Needs)).Select(visit => visit.Forum).ToList();
        return own.Count == 0 ? new NobodyToChooseFor() : ForumChatCards.Choose(await BoardAsync(db), own);
    }

    private async Task<ChatReply> LinkAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new LinkConversationRequest(
            turn.ConversationId, visit.Forum.Id, action.Data.Flag("move") ?? false, action.Data.Text("readers"));
        var result = await link.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error switch
        {
            null => Shown(turn),
            OthersReadAlong others => await TellReadersAsync(turn, others.Readers, request, cancellationToken),
            LinkedElsewhere elsewhere => await AskToMoveAsync(elsewhere, request, cancellationToken),
            var error => error,
        };
    }

    private async Task<ChatReply> TellReadersAsync(
        ChatTurn turn, ChannelReaders readers, LinkConversationRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var forum = await db.Forums.AsNoTracking().SingleAsync(one => one.Id == request.ForumId, cancellationToken);
        var seats = await db.ActiveSeatsAsync(forum.Id, turn.Today);
        var mailOnly = seats.Where(seat => seat.Person.ForeignTenantId is not null).Select(seat => seat.Person.Name).Distinct(StringComparer.Ordinal);
        return ForumChatCards.OthersRead(await BoardAsync(db), forum, readers, [.. mailOnly], request.Move);
    }

    private async Task<ChatReply> AskToMoveAsync(LinkedElsewhere elsewhere, LinkConversationRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var forum = await db.Forums.AsNoTracking().SingleAsync(one => one.Id == request.ForumId, cancellationToken);
        return ForumChatCards.Move(await BoardAsync(db), elsewhere.Forum, forum, request.ReadersSeen);
    }

    private static async Task<string> BoardAsync(KlyngeContext db) =>
        (await db.Boards.AsNoTracking().OrderBy(board => board.Id).FirstOrDefaultAsync())?.Name ?? string.Empty;
}
