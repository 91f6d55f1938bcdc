using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Council.Impartiality;

/// <summary>»Habilitet« at an item: a member's own word or another's question, and what the body decides.</summary>
internal sealed class ImpartialityChat(MeetingLookup meetings, RaiseImpartiality raise, DecideImpartiality decide) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(ImpartialityVerbs.Show, (turn, visit, action, token) => ShowAsync(turn, visit, action, told: null, token))
        .OnAction(ImpartialityVerbs.Form, FormAsync)
        .OnAction(ImpartialityVerbs.Raise, RaiseAsync)
        .OnAction(ImpartialityVerbs.Decide, DecideAsync);

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, string? told, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        var (view, own) = (at.Item.Visit.View, at.Attendance.There.FirstOrDefault(one => one.Seat.Role.IsMember() && one.Person == turn.PersonId)?.Seat.Id);
        var decides = visit.Access.May(DecideImpartiality.Needs) && view.Meeting.Status is MeetingStatus.InProgress or MeetingStatus.Held && !view.IsFinal;
        return ImpartialityCards.Show(view.Meeting, at.Item.Line, own, decides, told);
    }

    private async Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, visit, action, cancellationToken);
        return found.TryGet(out var at, out var error)
            ? ImpartialityCards.Form(at.Item.Visit.View.Meeting, at.Item.Line, [.. at.Attendance.There.Where(one => one.Seat.Role.IsMember())])
            : error;
    }

    private async Task<ChatReply> RaiseAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        // A choice that names no seat is nobody's, rather than the presser's own.
        MemberId? seat = action.Data.Text(CardIds.Member) is null ? null : action.Data.Id<MemberId>(CardIds.Member) ?? default(MemberId);
        var raised = await raise.HandleAsync(turn.Caller, new RaiseImpartialityRequest(visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), seat), cancellationToken);
        return raised.IsSuccess ? await ShowAsync(turn, visit, action, ImpartialityTexts.Raised, cancellationToken) : raised.Error;
    }

    private async Task<ChatReply> DecideAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var outcome = (ImpartialityOutcome)(action.Data.Integer(ImpartialityCards.Outcome) ?? 0);
        var request = new DecideImpartialityRequest(visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), action.Data.Id<MemberId>(CardIds.Member) ?? default, outcome);
        var decided = await decide.HandleAsync(turn.Caller, request, cancellationToken);
        return decided.IsSuccess ? await ShowAsync(turn, visit, action, told: null, cancellationToken) : decided.Error;
    }

    /// <summary>The item before somebody who may raise it.</summary>
    private async Task<Result<ItemWithSeats>> FindAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await meetings.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Line.IsHidden)
            return new ItemIsClosedHere();

        if (RaiseImpartiality.CheckMay(visit.Forum, at.Visit.View.Meeting.Status, visit.Access) is { } refused)
            return refused;

        await using var db = await meetings.ReadAsync(cancellationToken);
        var id = at.Visit.View.Meeting.Id;
        var meeting = await db.Meetings.SingleAsync(one => one.Id == id, cancellationToken);
        return new ItemWithSeats(at, await ItemAttendance.OfAsync(db, visit.Forum, meeting, cancellationToken));
    }

    private sealed record ItemWithSeats(ItemVisit Item, ItemAttendance Attendance);
}
