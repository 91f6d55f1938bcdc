using Klynge.Application.Attendance;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Invitations;
using Klynge.Application.Ports;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Meetings.RollCalls;

/// <summary>»Fremmøde«, and the start and the end of a meeting that Teams does not report: one that is held in a room.</summary>
internal sealed class RollCallChat(
    MeetingLookup desk,
    PeopleLists people,
    ReadAttendance readAttendance,
    RecordRollCall recordRollCall,
    BeginMeeting beginMeeting,
    FinishMeeting finishMeeting,
    ReopenMeeting reopenMeeting) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.RollCall, OnCommandAsync)
        .OnAction(MeetingVerbs.RollCallForm, ShowAsync)
        .OnAction(MeetingVerbs.RollCall, SaveAsync)
        .OnAction(MeetingVerbs.Begin, BeginAsync)
        .OnAction(MeetingVerbs.Finish, FinishAsync)
        .OnAction(MeetingVerbs.Stands, StandsAsync)
        .OnAction(MeetingVerbs.Reopen, (turn, visit, action, stop) => ReopenAsync(turn, visit, action, MeetingReturn.ToPlanned, Texts.Reopened, stop))
        .OnAction(MeetingVerbs.Resume, (turn, visit, action, stop) => ReopenAsync(turn, visit, action, MeetingReturn.ToInProgress, Texts.Resumed, stop));

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.MeetingAsync(visit.Forum.Id, action.Data.Meeting(), cancellationToken);
        if (!found.TryGet(out var meeting, out var error))
            return error;

        return action.IsRefresh
            ? await AskedAgainAsync(turn, meeting, cancellationToken)
            : await CardAsync(meeting, null, cancellationToken, action.Data.Page());
    }

    /// <summary>The question who came, for a secretary whose card still asks: as it was sent until somebody has answered it.</summary>
    private async Task<ChatReply> AskedAgainAsync(ChatTurn turn, MeetingView meeting, CancellationToken cancellationToken)
    {
        if (meeting.Status != MeetingStatus.Held)
            return await StandsAsync(turn, meeting, cancellationToken);

        await using var db = await desk.ReadAsync(cancellationToken);
        var came = await db.Participants.Where(one => one.MeetingId == meeting.Id).Select(one => one.Attended).ToListAsync(cancellationToken);
        return came.Contains(null) ? new NothingNewToTell() : CardParts.Note(
            meeting,
            Texts.RollCallSaved,
            [DanishFormat.Capitalised(CardParts.When(meeting.Time)), Texts.Came(came.Count(there => there == true))],
            [],
            [.. MeetingStands.Next(meeting)]);
    }

    /// <summary>How far a meeting is, for a card that asked before the answer came from elsewhere.</summary>
    private async Task<ChatReply> StandsAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.MeetingAsync(visit.Forum.Id, action.Data.Meeting(), cancellationToken);
        return !found.TryGet(out var meeting, out var error) ? error
            : action.IsRefresh && !MeetingStands.IsNews(meeting, action.Data) ? new NothingNewToTell()
            : await StandsAsync(turn, meeting, cancellationToken);
    }

    private async Task<ChatReply> StandsAsync(ChatTurn turn, MeetingView view, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        var meeting = await db.Meetings.AsNoTracking().SingleAsync(one => one.Id == view.Id, cancellationToken);
        return MeetingStands.Build(view, meeting.StartedAt, meeting.EndedAt, turn.Today);
    }

    /// <summary><c>fremmøde</c>: reads the attendance report if there is one to be had, and asks.</summary>
    private async Task<ChatReply> OnCommandAsync(ChatTurn turn, Visit visit, ChatCommand.RollCall command, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        if (await LatestAsync(db, visit.Forum.Id, command.Date, cancellationToken) is not { } latest)
            return new MeetingNotHeld();

        var read = await readAttendance.HandleAsync(turn.Caller, visit.Forum.Id, latest.Id, cancellationToken);
        var told = read.Error switch
        {
            ReportNotReady => Texts.CalendarSilent,
            CalendarAccessDenied denied => denied.Text,
            _ => null,
        };
        return await CardAsync((await db.MeetingViewAsync(visit.Forum.Id, latest.Id, cancellationToken))!, told, cancellationToken);
    }

    private static Task<Meeting?> LatestAsync(KlyngeContext db, ForumId forum, LocalDate? date, CancellationToken cancellationToken) =>
        db.Meetings
            .Where(meeting => meeting.ForumId == forum && meeting.Status == MeetingStatus.Held && (date == null || meeting.Date == date))
            .OrderByDescending(meeting => meeting.Date).ThenByDescending(meeting => meeting.Start)
            .FirstOrDefaultAsync(cancellationToken);

    private async Task<ChatReply> CardAsync(MeetingView meeting, string? told, CancellationToken cancellationToken, int page = 0)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        return await db.RollCallAsync(meeting.ForumId, meeting.Id, cancellationToken) is { Lines.Count: > 0 } view
            ? RollCallCard.Ask(view, told, page)
            : CardParts.Note(meeting, Texts.NoParticipants, [], [], CardParts.ToAgenda(meeting.ForumId, meeting.Id));
    }

    private async Task<ChatReply> SaveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var attended = action.Data.Choices(RollCallCard.Attended).Select(CardIds.Read<ParticipantId>).OfType<ParticipantId>().ToHashSet();
        var (forum, id, page) = (visit.Forum.Id, action.Data.Meeting(), action.Data.Integer(CardParts.Page));
        var who = await AttendeeAnswers.FieldsAsync<PresenceId>(people, turn, RollCallCard.Source(forum, id), action.Data, RollCallCard.Who, cancellationToken);
        if (!who.TryGet(out var fields, out var unclear))
            return unclear;

        var request = new RecordRollCallRequest(forum, id, attended, [.. fields.Select(field => WhoOf(field.Id, field.Value)).OfType<PresenceAnswer>()], page);
        var result = await recordRollCall.HandleAsync(turn.Caller, request, cancellationToken);
        if (!result.TryGet(out var rollCall, out var error))
            return error;

        if (page is { } saved && await NextPageAsync(forum, id, saved, cancellationToken) is { } next)
            return next;

        string[] lines = rollCall.Unknown > 0
            ? [Texts.Attended(rollCall), Texts.UnknownHeading(rollCall.Unknown)]
            : [Texts.Attended(rollCall)];
        return await ToldAsync(turn, visit, action, Texts.RollCallSaved, lines, cancellationToken);
    }

    /// <returns>Null after the last page.</returns>
    private async Task<AdaptiveCard?> NextPageAsync(ForumId forum, MeetingId meeting, int saved, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        return await db.RollCallAsync(forum, meeting, cancellationToken) is { } view && saved >= 0 && saved + 1 < RollCallCard.PagesOf(view)
            ? RollCallCard.Ask(view, Texts.RollCallPageSaved(saved, RollCallCard.PagesOf(view)), saved + 1)
            : null;
    }

    private static PresenceAnswer? WhoOf(PresenceId presence, string value)
    {
        var isSubstitute = value.StartsWith(RollCallCard.SubstituteOf, StringComparison.Ordinal);
        return value switch
        {
            RollCallCard.Guest => new PresenceAnswer(presence, InvitationMatch.Guest, null),
            RollCallCard.Room => new PresenceAnswer(presence, InvitationMatch.Room, null),
            RollCallCard.Ignore => new PresenceAnswer(presence, InvitationMatch.Ignored, null),
            _ when CardIds.Read<ParticipantId>(isSubstitute ? value[RollCallCard.SubstituteOf.Length..] : value) is { } participant =>
                new PresenceAnswer(presence, isSubstitute ? InvitationMatch.Substitute : InvitationMatch.Member, participant),
            _ => null,
        };
    }

    private async Task<ChatReply> BeginAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await beginMeeting.HandleAsync(turn.Caller, RequestOf(visit, action), cancellationToken);
        return result.Error switch
        {
            null => await ToldAsync(turn, visit, action, Texts.Started, [], cancellationToken),
            MeetingStartsLater => await AskAsync(turn, visit, action, (_, meeting) => MeetingQuestions.Begin(meeting, turn.Today), cancellationToken),
            var refused => refused,
        };
    }

    private async Task<ChatReply> FinishAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await finishMeeting.HandleAsync(turn.Caller, RequestOf(visit, action), cancellationToken);
        return result.Error switch
        {
            null => await ShowAsync(turn, visit, action, cancellationToken),
            MeetingHardlyOver => await AskAsync(
                turn, visit, action, (found, meeting) => MeetingQuestions.Finish(meeting, found.StartedAt, turn.Now), cancellationToken),
            var refused => refused,
        };
    }

    private static MeetingEventRequest RequestOf(Visit visit, InvokedAction action) =>
        new(visit.Forum.Id, action.Data.Meeting(), IsSure: action.Data.Flag(MeetingQuestions.Sure) == true);

    private async Task<ChatReply> AskAsync(
        ChatTurn turn, Visit visit, InvokedAction action, Func<Meeting, MeetingView, AdaptiveCard> question, CancellationToken cancellationToken)
    {
        var found = await desk.MeetingAsync(visit.Forum.Id, action.Data.Meeting(), cancellationToken);
        if (!found.TryGet(out var view, out var error))
            return error;

        await using var db = await desk.ReadAsync(cancellationToken);
        return question(await db.Meetings.SingleAsync(meeting => meeting.Id == view.Id, cancellationToken), view);
    }

    private async Task<ChatReply> ReopenAsync(
        ChatTurn turn, Visit visit, InvokedAction action, MeetingReturn to, string heading, CancellationToken cancellationToken)
    {
        var request = new ReopenMeetingRequest(visit.Forum.Id, action.Data.Meeting(), to);
        var result = await reopenMeeting.HandleAsync(turn.Caller, request, cancellationToken);
        return result.IsSuccess ? await ToldAsync(turn, visit, action, heading, [], cancellationToken) : result.Error;
    }

    private async Task<ChatReply> ToldAsync(
        ChatTurn turn, Visit visit, InvokedAction action, string heading, IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        var found = await desk.MeetingAsync(visit.Forum.Id, action.Data.Meeting(), cancellationToken);
        if (!found.TryGet(out var meeting, out var error))
            return error;

        var by = Texts.ScheduledBy(turn.PersonName, DanishTime.ToDanish(turn.Now).TimeOfDay);
        var when = DanishFormat.Capitalised(CardParts.When(meeting.Time));
        return CardParts.Note(meeting, heading, [when, .. lines, by], [], [.. MeetingStands.Next(meeting)]);
    }
}
