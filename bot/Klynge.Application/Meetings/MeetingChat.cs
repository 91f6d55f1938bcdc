using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;

namespace Klynge.Application.Meetings;

/// <summary>»nyt møde« and »møder«.</summary>
internal sealed class MeetingChat(MeetingLookup desk, ScheduleMeeting scheduleMeeting, UndoMeeting undoMeeting) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.NewMeeting, ScheduleAsync)
        .OnCommandOfAll(CommandCatalogue.Meetings, ListAsync)
        .OnAction(MeetingVerbs.Undo, UndoAsync);

    private async Task<ChatReply> ScheduleAsync(ChatTurn turn, Visit visit, ChatCommand.ScheduleMeeting command, CancellationToken cancellationToken)
    {
        var time = new MeetingTime(command.Date, command.Start, command.End);
        if (turn.AsksFirst)
            return AskCard.Build(Texts.ShallISchedule(visit.Forum.Name), [DanishFormat.Capitalised(CardParts.When(time)), command.Place ?? string.Empty], Texts.ScheduleIt, turn.Text);

        var result = await scheduleMeeting.HandleAsync(
            turn.Caller, new ScheduleMeetingRequest(visit.Forum.Id, time, command.Place), cancellationToken);
        return result.TryGet(out var meeting, out var refused)
            ? await PlannedAsync(turn, visit.Forum, meeting, cancellationToken)
            : refused;
    }

    private async Task<ChatReply> PlannedAsync(ChatTurn turn, Forum forum, MeetingId meetingId, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        var meeting = (await db.MeetingViewAsync(forum.Id, meetingId, cancellationToken))!;
        var warnings = await MeetingWarnings.OfAsync(db, forum, meeting, turn.Now, cancellationToken);
        return CardParts.Note(
            meeting,
            Texts.Planned,
            [
                DanishFormat.Capitalised(CardParts.When(meeting.Time)),
                Texts.At(meeting.Place),
                Texts.ItemsIn(forum.Rules.ItemsIn.DayBefore(meeting.Time.Date)),
                Texts.AgendaOut(forum.Rules.AgendaOut.DayBefore(meeting.Time.Date)),
                Texts.ScheduledBy(turn.PersonName, DanishTime.ToDanish(turn.Now).TimeOfDay),
            ],
            warnings,
            CardParts.ToAgenda(forum.Id, meetingId),
            CardParts.Button(Texts.MeetingDetails, MeetingVerbs.DetailsForm, CardParts.Data(forum.Id, meetingId)),
            CardParts.Button(Texts.Undo, MeetingVerbs.Undo, CardParts.Data(forum.Id, meetingId)));
    }

    private async Task<ChatReply> UndoAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var (forum, meetingId) = (visit.Forum.Id, action.Data.Meeting());
        var result = await undoMeeting.HandleAsync(turn.Caller, forum, meetingId, cancellationToken);
        if (!result.IsSuccess)
            return result.Error;

        await using var db = await desk.ReadAsync(cancellationToken);
        var meeting = (await db.MeetingViewAsync(forum, meetingId, cancellationToken))!;
        return CardParts.Note(meeting, Texts.Undone, [DanishFormat.Capitalised(CardParts.When(meeting.Time))], []);
    }

    private async Task<ChatReply> ListAsync(ChatTurn turn, IReadOnlyList<Visit> visits, ChatCommand.ListMeetings command, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        var lists = new List<MeetingsOfForum>(visits.Count);
        foreach (var (forum, _, access) in visits)
        {
            var manages = turn.IsPersonal && access.May(Permission.ManageMeetings);
            var meetings = await db.MeetingsAheadAsync(forum.Id, turn.Today, cancellationToken);
            var few = manages ? await MeetingWarnings.OfYearAsync(db, forum, turn.Today.Year, cancellationToken) : null;
            lists.Add(new MeetingsOfForum(forum.Name, manages, [.. meetings.Select(MeetingRow.Of)], few is null ? [] : [few]));
        }

        return MeetingListCard.Build(lists);
    }
}
