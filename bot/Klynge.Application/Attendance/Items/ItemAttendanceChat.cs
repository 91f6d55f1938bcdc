using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Attendance.Items;

/// <summary>»Fremmøde ved punktet«: asked about one item, and answered with what the minutes will say.</summary>
internal sealed class ItemAttendanceChat(MeetingLookup meetings, RecordItemAttendance record, CallInItemSubstitute callIn) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(ItemAttendanceVerbs.Form, AskAsync)
        .OnAction(ItemAttendanceVerbs.Save, SaveAsync)
        .OnAction(ItemAttendanceVerbs.Substitute, SubstituteAsync);

    private async Task<ChatReply> SubstituteAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new ItemSubstituteRequest(
            visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), action.Data.Id<MemberId>(CardIds.Member) ?? default, action.Data.Id<PersonId>(ItemAttendanceCard.Person));
        var called = await callIn.HandleAsync(turn.Caller, request, cancellationToken);
        return called.IsSuccess ? await ShowAsync(turn, visit, action, cancellationToken) : called.Error;
    }

    private async Task<ChatReply> AskAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await meetings.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Visit.View.Meeting.Status is not (MeetingStatus.InProgress or MeetingStatus.Held))
            return new ItemAttendanceTooEarly();

        return at.Line.IsHidden ? new ItemIsClosedHere() : ItemAttendanceCard.Ask(at.Visit.View.Meeting, at.Line, await ReadAsync(at, cancellationToken));
    }

    private async Task<ChatReply> SaveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new ItemAttendanceRequest(
            visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), Seats(action, ItemAttendanceCard.Recused), Seats(action, ItemAttendanceCard.Away), SpanOf(action));
        var saved = await record.HandleAsync(turn.Caller, request, cancellationToken);
        return saved.IsSuccess ? await ShowAsync(turn, visit, action, cancellationToken) : saved.Error;
    }

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await meetings.ItemAsync(turn, visit, action, cancellationToken);
        return found.TryGet(out var at, out var error) ? ItemAttendanceCard.Saved(at.Visit.View.Meeting, at.Line, await ReadAsync(at, cancellationToken), visit.Forum.Rules.ItemSubstitutes.Allowed) : error;
    }

    private async Task<ItemAttendance> ReadAsync(ItemVisit at, CancellationToken cancellationToken)
    {
        await using var db = await meetings.ReadAsync(cancellationToken);
        var id = at.Visit.View.Meeting.Id;
        return await ItemAttendance.OfAsync(db, at.Visit.Forum, await db.Meetings.SingleAsync(meeting => meeting.Id == id, cancellationToken), cancellationToken);
    }

    private static HashSet<MemberId> Seats(InvokedAction action, string field) => [.. action.Data.Choices(field).Select(CardIds.Read<MemberId>).OfType<MemberId>()];

    private static ItemSpan SpanOf(InvokedAction action) =>
        action.Data.Integer(ItemAttendanceCard.Span) is { } span && Enum.IsDefined((ItemSpan)span) ? (ItemSpan)span : ItemSpan.OnlyThis;
}
