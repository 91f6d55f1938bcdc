using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Meetings;

/// <summary>»Fremmøde«, and the start and the end of a meeting that Teams does not report: one that is held in a room.</summary>
internal sealed class RollCallChat(
    MeetingDesk desk, RecordRollCall recordRollCall, BeginMeeting beginMeeting, FinishMeeting finishMeeting, ReopenMeeting reopenMeeting)
    : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(ButtonRights.MeetingRollCallForm, ShowAsync)
        .OnAction(ButtonRights.MeetingRollCall, SaveAsync)
        .OnAction(ButtonRights.MeetingBegin, BeginAsync)
        .OnAction(ButtonRights.MeetingFinish, FinishAsync)
        .OnAction(ButtonRights.MeetingReopen, ReopenAsync);

    private async Task<ChatReply> ShowAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, action, Permission.RecordAttendance, cancellationToken);
        if (!found.TryGet(out var meeting, out var error))
        {
            return error;
        }

        await using var db = await desk.ReadAsync(cancellationToken);
        var participants = await db.Participants.Where(participant => participant.MeetingId == meeting.Id).ToListAsync(cancellationToken);
        return participants.Count == 0
            ? CardParts.Note(meeting, Texts.NoParticipants, [], [], CardParts.ToAgenda(meeting.ForumId, meeting.Id))
            : RollCallCard.Ask(meeting, participants.Select(RollCallLine.Of));
    }

    private async Task<ChatReply> SaveAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var attended = action.Data.Choices(RollCallCard.Attended)
            .Select(value => Guid.TryParse(value, out var id) ? id : Guid.Empty)
            .ToHashSet();
        var request = new RecordRollCallRequest(action.Data.Forum(), action.Data.Meeting(), attended);
        var result = await recordRollCall.HandleAsync(turn.Caller, request, cancellationToken);
        return result.TryGet(out var rollCall, out var error)
            ? await ToldAsync(turn, action, Texts.RollCallSaved, [Texts.Attended(rollCall)], cancellationToken)
            : error;
    }

    private async Task<ChatReply> BeginAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new MeetingEventRequest(action.Data.Forum(), action.Data.Meeting());
        var result = await beginMeeting.HandleAsync(turn.Caller, request, cancellationToken);
        return result.IsSuccess ? await ToldAsync(turn, action, Texts.Started, [], cancellationToken) : result.Error;
    }

    private async Task<ChatReply> FinishAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new MeetingEventRequest(action.Data.Forum(), action.Data.Meeting());
        var result = await finishMeeting.HandleAsync(turn.Caller, request, cancellationToken);
        return result.IsSuccess ? await ShowAsync(turn, action, cancellationToken) : result.Error;
    }

    private async Task<ChatReply> ReopenAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await reopenMeeting.HandleAsync(turn.Caller, action.Data.Forum(), action.Data.Meeting(), cancellationToken);
        return result.IsSuccess ? await ToldAsync(turn, action, Texts.Reopened, [], cancellationToken) : result.Error;
    }

    private async Task<ChatReply> ToldAsync(
        ChatTurn turn, InvokedAction action, string heading, IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, action, Permission.ManageMeetings, cancellationToken);
        if (!found.TryGet(out var meeting, out var error))
        {
            return error;
        }

        var by = Texts.ScheduledBy(turn.PersonName, DanishTime.ToDanish(turn.Now).TimeOfDay);
        var when = DanishFormat.Capitalised(CardParts.When(meeting.Time));
        return CardParts.Note(meeting, heading, [when, .. lines, by], [], [.. Next(meeting)]);
    }

    private static IEnumerable<CardAction> Next(MeetingView meeting)
    {
        yield return CardParts.ToAgenda(meeting.ForumId, meeting.Id);
        if (meeting.Status is MeetingStatus.InProgress)
        {
            yield return Button(Texts.EndMeeting, MeetingVerbs.Finish);
        }

        if (meeting.Status is MeetingStatus.Held)
        {
            yield return Button(Texts.WriteMinutes, AgendaVerbs.Minutes);
            yield return Button(Texts.EditRollCall, MeetingVerbs.RollCallForm);
        }

        ExecuteAction Button(string title, string verb) => CardParts.Button(title, verb, CardParts.Data(meeting.ForumId, meeting.Id));
    }

    private async Task<Result<MeetingView>> FindAsync(
        ChatTurn turn, InvokedAction action, Permission permission, CancellationToken cancellationToken)
    {
        var entered = await desk.EnterAsync(turn, action.Data.Forum(), cancellationToken);
        if (!entered.TryGet(out var visit, out var error))
        {
            return error;
        }

        if (!visit.Access.May(permission))
        {
            return new NotAllowed(visit.Forum.Name);
        }

        await using var db = await desk.ReadAsync(cancellationToken);
        return await db.MeetingViewAsync(visit.Forum.Id, action.Data.Meeting(), cancellationToken) is { } meeting
            ? meeting
            : new MeetingNotFound();
    }
}
