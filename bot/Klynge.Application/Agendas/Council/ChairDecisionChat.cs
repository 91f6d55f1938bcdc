using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Council;

/// <summary>»formandsbeslutning«: the chair's form, and every member's way to the decision and to call it in.</summary>
internal sealed class ChairDecisionChat(MeetingLookup meetings, DecideAsChair decide, CallInDecision callIn) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.ChairDecision, (turn, visit, command, token) => Task.FromResult(FormOf(visit, command.Title)))
        .OnAction(ChairDecisionVerbs.Form, (turn, visit, action, token) => Task.FromResult(FormOf(visit, title: null)))
        .OnAction(ChairDecisionVerbs.Make, MakeAsync)
        .OnAction(ChairDecisionVerbs.Show, (turn, visit, action, token) => ShowAsync(turn, visit, action, told: null, token))
        .OnAction(ChairDecisionVerbs.CallIn, CallInAsync);

    /// <summary>The form for whom it is allowed.</summary>
    private static ChatReply FormOf(Visit visit, string? title)
    {
        if (visit.Forum.Rules.ChairDecision is { Allowed: false, Source: var source })
            return new RightIsOff(ChairDecisionTexts.Right, visit.Forum.Name, source);

        var isDeputy = !visit.Access.Own.Any(seat => seat.Role is Role.Chair or Role.CoChair);
        return ChairDecisionCards.Form(visit.Forum, visit.Board, title is null ? null : DanishText.Clean(title), ChairDecisionId.New(), isDeputy);
    }

    private async Task<ChatReply> MakeAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var data = action.Data;
        var request = new DecideAsChairRequest(
            visit.Forum.Id,
            data.Id<ChairDecisionId>(ChairDecisionCards.New) ?? default,
            data.Text(ChairDecisionCards.Title),
            data.Text(ChairDecisionCards.Decision),
            data.Text(ChairDecisionCards.Reason),
            data.Integer(ChairDecisionCards.Ground) is { } ground ? (ChairGround)ground : null,
            data.Text(ChairDecisionCards.Closed) == "true",
            data.Text(ChairDecisionCards.Away) == "true");
        var result = await decide.HandleAsync(turn.Caller, request, cancellationToken);
        return result.TryGet(out var made, out var error) ? ChairDecisionCards.Made(made, visit.Forum, visit.Board) : error;
    }

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, string? told, CancellationToken cancellationToken)
    {
        // As a message everybody in the chat would read it.
        if (!turn.IsPersonal && action.IsFallback)
            return ChatReply.Say(Chat.Texts.OnlyInPersonalChat);

        await using var db = await meetings.ReadAsync(cancellationToken);
        var id = action.Data.Id<ChairDecisionId>(ChairDecisionCards.Id) ?? default;
        if (await db.ChairDecisions.SingleOrDefaultAsync(one => one.Id == id && one.ForumId == visit.Forum.Id, cancellationToken) is not { } decision)
            return new ChairDecisionNotFound();

        if (decision.IsClosed && !visit.Access.May(Permission.ReadClosedItems))
            return new Domain.Agendas.ItemIsClosedHere();

        var isMember = visit.Access.Own.Any(seat => seat.Role.IsMember());
        return ChairDecisionCards.Show(decision, visit.Forum, visit.Board, await db.MeetingOfAsync(decision, cancellationToken), isMember, told);
    }

    private async Task<ChatReply> CallInAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var id = action.Data.Id<ChairDecisionId>(ChairDecisionCards.Id) ?? default;
        var called = await callIn.HandleAsync(turn.Caller, visit.Forum.Id, id, cancellationToken);
        return called.IsSuccess ? await ShowAsync(turn, visit, action, ChairDecisionTexts.CalledIn, cancellationToken) : called.Error;
    }
}
