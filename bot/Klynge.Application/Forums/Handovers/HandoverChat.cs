using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Forums.Handovers;

/// <summary>»overlevering«: who follows, a preview, and the press that hands over.</summary>
internal sealed class HandoverChat(IDbContextFactory<KlyngeContext> contexts, HandOver handOver, StoreHandover store) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.Handover, AskAsync)
        .OnAction(HandoverVerbs.Preview, PreviewAsync)
        .OnAction(HandoverVerbs.Confirm, ConfirmAsync)
        .OnAction(HandoverVerbs.Fetch, FetchAsync);

    private async Task<ChatReply> AskAsync(ChatTurn turn, Visit visit, ChatCommand.HandOver command, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Handovers.AsNoTracking().AnyAsync(one => one.FromForumId == visit.Forum.Id, cancellationToken))
            return await FetchAsync(turn, visit, cancellationToken);

        var others = await db.Forums.AsNoTracking()
            .Where(forum => forum.Id != visit.Forum.Id && !forum.IsClosed && forum.HistoricFrom == null)
            .OrderBy(forum => forum.Name)
            .Select(forum => new ForumOption(forum.Id, forum.Key, forum.Name))
            .ToListAsync(cancellationToken);
        return HandoverCards.Ask(visit.Forum, visit.Board, others, others.Find(one => one.Key == command.To)?.Id, new LocalDate(turn.Today.Year, 12, 31));
    }

    private async Task<ChatReply> PreviewAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        if (RequestOf(visit, action) is not { } request)
            return new SuccessorNotFound();

        var result = await handOver.PreviewAsync(turn.Caller, request, cancellationToken);
        return result.TryGet(out var preview, out var error) ? HandoverCards.Preview(visit.Forum, visit.Board, preview, request) : error;
    }

    private async Task<ChatReply> ConfirmAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        if (RequestOf(visit, action) is not { } request)
            return new SuccessorNotFound();

        var done = await handOver.HandleAsync(turn.Caller, request, cancellationToken);
        return done.IsSuccess ? await FetchAsync(turn, visit, cancellationToken) : done.Error;
    }

    private Task<ChatReply> FetchAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken) => FetchAsync(turn, visit, cancellationToken);

    private async Task<ChatReply> FetchAsync(ChatTurn turn, Visit visit, CancellationToken cancellationToken)
    {
        var result = await store.HandleAsync(turn.Caller, visit.Forum.Id, cancellationToken);
        return result.Error is HandoverNotDone none ? ChatReply.Say(none.Text)
            : result.Error is ForumNotFound or NotAllowed ? result.Error
            : HandoverCards.Done(visit.Forum, visit.Board, result.TryGet(out var stored, out _) ? stored : null);
    }

    private static HandoverRequest? RequestOf(Visit visit, InvokedAction action) =>
        action.Data.Id<ForumId>(HandoverCards.To) is { } to && LocalDatePattern.Iso.Parse(action.Data.Text(HandoverCards.Day) ?? string.Empty).TryGetValue(default, out var day)
            ? new HandoverRequest(visit.Forum.Id, to, day, action.Data.Text(HandoverCards.Seen))
            : null;
}
