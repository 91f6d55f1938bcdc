using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Sending;

/// <summary>»send punkt«, the form behind the button of an item, and the way back. What is not understood to its last word is shown in the form first.</summary>
internal sealed class SendChat(MeetingLookup desk, SendItem send, WithdrawSent withdraw) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.SendItem, CommandAsync)
        .OnAction(SendVerbs.Form, FormAsync)
        .OnAction(SendVerbs.Send, SendAsync)
        .OnAction(SendVerbs.Withdraw, WithdrawAsync);

    private async Task<ChatReply> CommandAsync(ChatTurn turn, Visit visit, ChatCommand.SendItem command, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        var meetings = await db.MeetingsToMinuteAsync(visit.Forum.Id, turn.Today, cancellationToken);
        if (meetings.Count == 0)
            return new NoMeetingAhead(visit.Forum.Name);

        var (items, count) = (new List<ItemVisit>(), 0);
        foreach (var meeting in meetings)
        {
            var found = await desk.ItemsAsync(turn, visit, meeting.Id, action: null, cancellationToken);
            if (!found.TryGet(out var at, out var error))
                return error;

            count = items.Count == 0 && meeting == meetings[0] ? at.View.Lines.Count : count;
            items.AddRange(at.View.Lines.Where(line => line.Number == command.Item).Select(line => new ItemVisit(at, line)));
        }

        return items switch
        {
            [] => new NoItemWithNumber(command.Item, count, CardParts.When(meetings[0].Time)),
            [var only] => await OfItemAsync(turn, visit, only, command, cancellationToken),
            _ => SendCards.WhichItem([.. items.Select(one => (one.Visit.View.Meeting, one.Line))], command.Target),
        };
    }

    private async Task<ChatReply> OfItemAsync(ChatTurn turn, Visit visit, ItemVisit at, ChatCommand.SendItem command, CancellationToken cancellationToken)
    {
        if (Check(at) is { } refused)
            return refused;

        var (targets, typed) = await ReadAsync(visit, at.Line.Id, command.Target, turn.Today, cancellationToken);
        if (!typed.IsClear || command.IsAsked || turn.AsksFirst)
            return SendCards.Form(at.Visit.View.Meeting, at.Line, targets, typed, QuestionOf(typed));

        var request = new SendItemRequest(visit.Forum.Id, at.Line.Id, typed.Forums[0].Id, typed.Wanted, typed.Remark, typed.IsBack);
        var result = await send.HandleAsync(turn.Caller, request, cancellationToken);
        return result.TryGet(out var sent, out var error) ? SendCards.Sent(at.Visit.View.Meeting, sent) : error;
    }

    private async Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (Check(at) is { } refused)
            return refused;

        var words = action.Data.Text(SendCards.Words);
        var (targets, typed) = await ReadAsync(visit, at.Line.Id, words, turn.Today, cancellationToken);
        return SendCards.Form(at.Visit.View.Meeting, at.Line, targets, typed, words is null ? null : QuestionOf(typed));
    }

    private async Task<ChatReply> SendAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (Check(at) is { } refused)
            return refused;

        var request = new SendItemRequest(
            visit.Forum.Id, at.Line.Id, action.Data.Id<ForumId>(SendCards.Target) ?? default, action.Data.Text(SendCards.Wanted), action.Data.Text(SendCards.Remark));
        var result = await send.HandleAsync(turn.Caller, request, cancellationToken);
        return result.TryGet(out var sent, out var failed) ? SendCards.Sent(at.Visit.View.Meeting, sent) : failed;
    }

    private async Task<ChatReply> WithdrawAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await withdraw.HandleAsync(turn.Caller, visit.Forum.Id, action.Data.Coming(), cancellationToken);
        if (!result.TryGet(out var item, out var error))
            return error;

        var meeting = await desk.MeetingAsync(visit.Forum.Id, item.MeetingId, cancellationToken);
        return meeting.TryGet(out var view, out var gone) ? SendCards.Withdrawn(view, item) : gone;
    }

    private static Error? Check(ItemVisit at) => at.Line.IsHidden ? new ItemIsClosedHere() : at.Line.Content.IsClosed ? new ClosedIsNotSent(at.Visit.Forum.Name) : null;

    /// <summary>»send punkt 2 tilbage« goes to the forum that it came from.</summary>
    private async Task<(IReadOnlyList<KnownTarget> Targets, SendTarget Typed)> ReadAsync(
        Visit visit, AgendaItemId item, string? words, LocalDate today, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        var all = await db.ForumsOfBoardAsync(visit.Forum.BoardId, cancellationToken);
        var targets = all.FindAll(one => one.Id != visit.Forum.Id);
        var typed = SendTarget.Read(words, all, today);
        if (typed is not { IsBack: true, Forums: [], Unread: null })
            return (targets, typed);

        var from = await db.ComingItems.Where(one => one.ItemId == item && one.FromComingId != null).Select(one => one.FromForumId).FirstOrDefaultAsync(cancellationToken);
        return (targets, typed.To(targets.Where(one => one.Id == from)));
    }

    private static string? QuestionOf(SendTarget typed) =>
        typed.Unread is { } unread ? Texts.Unsure(unread)
        : typed.Forums.Count > 1 ? Texts.WhichForum(typed.Forums.Select(one => one.Name))
        : null;
}
