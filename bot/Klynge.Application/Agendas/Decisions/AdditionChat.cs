using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>»Sekretariatets tilføjelse«: shown, added, taken out.</summary>
internal sealed class AdditionChat(MeetingLookup meetings, AddToMinutes add) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(AgendaVerbs.Additions, (turn, visit, action, token) => ListAsync(turn, visit, action, told: null, token))
        .OnAction(AgendaVerbs.AdditionForm, (turn, visit, action, token) => ShowAsync(turn, visit, action, (meeting, line) => AdditionsCard.Form(meeting, line, AdditionId.New()), token))
        .OnAction(AgendaVerbs.Addition, AddAsync)
        .OnAction(AgendaVerbs.RemoveAddition, RemoveAsync);

    private Task<ChatReply> ListAsync(ChatTurn turn, Visit visit, InvokedAction action, string? told, CancellationToken cancellationToken) =>
        ShowAsync(turn, visit, action, (meeting, line) => AdditionsCard.List(meeting, line, told), cancellationToken);

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, Func<MeetingView, AgendaLine, AdaptiveCard> draw, CancellationToken cancellationToken)
    {
        var found = await meetings.ItemAsync(turn, visit, action, cancellationToken);
        return !found.TryGet(out var at, out var error) ? error
            : at.Line.IsHidden ? new ItemIsClosedHere()
            : draw(at.Visit.View.Meeting, at.Line);
    }

    private async Task<ChatReply> AddAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var id = action.Data.Id<AdditionId>(AdditionsCard.New) ?? AdditionId.New();
        var request = new AddToMinutesRequest(visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), id, action.Data.Text(AdditionsCard.Text));
        var added = await add.HandleAsync(turn.Caller, request, cancellationToken);
        return added.IsSuccess ? await ListAsync(turn, visit, action, AdditionTexts.Added, cancellationToken) : added.Error;
    }

    private async Task<ChatReply> RemoveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var addition = action.Data.Id<AdditionId>(AdditionsCard.Addition) ?? default;
        var removed = await add.RemoveAsync(turn.Caller, visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), addition, cancellationToken);
        return removed.IsSuccess ? await ListAsync(turn, visit, action, AdditionTexts.Removed, cancellationToken) : removed.Error;
    }
}
