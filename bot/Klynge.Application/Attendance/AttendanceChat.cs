using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Messaging;
using Klynge.Application.Rights;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Attendance;

/// <summary><c>afbud</c>, <c>fortryd afbud</c> and the buttons of their cards.</summary>
public sealed class AttendanceChat(
    RegisterApology register, WithdrawApology withdraw, AnswerAsSubstitute answerAsSubstitute, IDbContextFactory<KlyngeContext> contexts) : IChatFeature
{
    public const string FormVerb = "attendance.form";
    public const string RegisterVerb = "attendance.register";
    public const string WithdrawVerb = "attendance.withdraw";
    public const string AgendaVerb = "attendance.agenda";
    public const string SubstituteVerb = "attendance.substitute";

    internal const string Yes = "yes";
    internal const string No = "no";

    private const int MostMeetings = 6;

    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes
            .OnCommand(CommandRights.Apology, OnApologyAsync)
            .OnCommand(CommandRights.WithdrawApology, OnWithdrawAsync)
            .OnAction(ButtonRights.AttendanceForm, ShowFormAsync)
            .OnAction(ButtonRights.AttendanceRegister, RegisterAsync)
            .OnAction(ButtonRights.AttendanceWithdraw, WithdrawAsync)
            .OnAction(ButtonRights.AttendanceSubstitute, AnswerAsSubstituteAsync)
            .OnAction(ButtonRights.AttendanceAgenda, (_, action, _) => Task.FromResult(ReadIds(action) is { } ids
                ? ChatReply.ShowShared(new CardKey("agenda", ids.Meeting.Value))
                : new MeetingNotFound()));
    }

    private async Task<ChatReply> OnApologyAsync(ChatTurn turn, ChatCommand.Apology command, CancellationToken cancellationToken)
    {
        var ahead = await MeetingsAsync(turn, command.Date, onlyMissed: false, cancellationToken);
        return ahead.Count switch
        {
            0 => command.Date is null ? new NoMeetingToMiss() : new NoMeetingThatDay(),
            1 => await SendAsync(turn, ahead[0].Forum.Id, ahead[0].Meeting.Id, null, command.Substitute, command.Reason, cancellationToken),
            _ => ApologyCards.Choose(ahead, Texts.WhichMeeting, RegisterVerb, command.Substitute, command.Reason),
        };
    }

    private async Task<ChatReply> OnWithdrawAsync(ChatTurn turn, ChatCommand.WithdrawApology command, CancellationToken cancellationToken)
    {
        var missed = await MeetingsAsync(turn, command.Date, onlyMissed: true, cancellationToken);
        return missed.Count switch
        {
            0 => new Domain.Attendance.NoApology(),
            1 => await TakeBackAsync(turn, missed[0].Forum.Id, missed[0].Meeting.Id, null, cancellationToken),
            _ => ApologyCards.Choose(missed, Texts.WhichMeetingToWithdraw, WithdrawVerb, null, null),
        };
    }

    private async Task<ChatReply> ShowFormAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        if (ReadIds(action) is not { } ids)
        {
            return new MeetingNotFound();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var access = await db.AccessAsync(turn.PersonId, ids.Forum, turn.Today);
        var forum = await db.Forums.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == ids.Forum, cancellationToken);
        var meeting = await db.Meetings.AsNoTracking()
            .SingleOrDefaultAsync(candidate => candidate.Id == ids.Meeting && candidate.ForumId == ids.Forum, cancellationToken);
        if (forum is null || meeting is null)
        {
            return new MeetingNotFound();
        }

        if (!access.May(Permission.RegisterOwnApology))
        {
            return new Domain.Attendance.NotInvited(forum.Name);
        }

        var seats = await db.ActiveSeatsAsync(forum.Id, meeting.Date);
        var own = seats.Find(seat => seat.PersonId == turn.PersonId);
        var others = access.May(Permission.RegisterApologyForOthers) ? seats : [];
        if (own is null && others.Count == 0)
        {
            return new Domain.Attendance.NotInvited(forum.Name); // Somebody's substitute, with no seat of their own to be away from.
        }

        var missing = own is not null && await db.Apologies.AnyAsync(
            apology => apology.MeetingId == meeting.Id && apology.MemberId == own.Id && apology.WithdrawnAt == null, cancellationToken);
        return ApologyCards.Form(forum, meeting, own, others, missing);
    }

    private async Task<ChatReply> RegisterAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        if (ReadIds(action) is not { } ids)
        {
            return new MeetingNotFound();
        }

        var seat = await SeatAsync(turn, ids.Forum, action, cancellationToken);
        return await SendAsync(turn, ids.Forum, ids.Meeting, seat, action.Data.Text("substitute"), action.Data.Text("reason"), cancellationToken);
    }

    private async Task<ChatReply> WithdrawAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        if (ReadIds(action) is not { } ids)
        {
            return new MeetingNotFound();
        }

        var seat = await SeatAsync(turn, ids.Forum, action, cancellationToken);
        return await TakeBackAsync(turn, ids.Forum, ids.Meeting, seat, cancellationToken);
    }

    private async Task<ChatReply> AnswerAsSubstituteAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        if (ReadIds(action) is not { } ids || action.Data.Id("member") is not { } seat || action.Data.Text("comes") is not (Yes or No))
        {
            return new MeetingNotFound();
        }

        var request = new AnswerAsSubstituteRequest(ids.Forum, ids.Meeting, new MemberId(seat), action.Data.Text("comes") == Yes);
        var result = await answerAsSubstitute.HandleAsync(turn.Caller, request, cancellationToken);
        return result.TryGet(out var state, out var error) ? SubstituteCards.Answered(state) : error;
    }

    private async Task<ChatReply> SendAsync(
        ChatTurn turn, ForumId forum, MeetingId meeting, MemberId? seat, string? substitute, string? reason, CancellationToken cancellationToken)
    {
        var request = new RegisterApologyRequest(forum, meeting, seat, substitute, reason);
        return Answer(await register.HandleAsync(turn.Caller, request, cancellationToken));
    }

    private async Task<ChatReply> TakeBackAsync(
        ChatTurn turn, ForumId forum, MeetingId meeting, MemberId? seat, CancellationToken cancellationToken) =>
        Answer(await withdraw.HandleAsync(turn.Caller, new WithdrawApologyRequest(forum, meeting, seat), cancellationToken));

    private static ChatReply Answer(Result<ApologyState> result) =>
        result.TryGet(out var state, out var error) ? ApologyCards.Confirmation(state) : error;

    private static (ForumId Forum, MeetingId Meeting)? ReadIds(InvokedAction action) =>
        action.Data.Id("forum") is { } forum && action.Data.Id("meeting") is { } meeting ? (new ForumId(forum), new MeetingId(meeting)) : null;

    /// <summary>A seat named on the card, unless it is the sender's own: speaking for oneself needs no special permission.</summary>
    private async Task<MemberId?> SeatAsync(ChatTurn turn, ForumId forum, InvokedAction action, CancellationToken cancellationToken)
    {
        if (action.Data.Id("member") is not { } named)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var access = await db.AccessAsync(turn.PersonId, forum, turn.Today);
        return access.Own.Any(seat => seat.Id.Value == named) ? null : new MemberId(named);
    }

    /// <summary>The meetings ahead, or on a day, at which the person has a seat; in a forum's chat those of that forum.</summary>
    private async Task<List<(Forum Forum, Meeting Meeting)>> MeetingsAsync(
        ChatTurn turn, LocalDate? date, bool onlyMissed, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var chat = turn.ChosenForumId ?? turn.ConversationForumId;
        var query =
            from meeting in db.Meetings.AsNoTracking()
            join forum in db.Forums.AsNoTracking() on meeting.ForumId equals forum.Id
            join seat in db.Members.AsNoTracking() on forum.Id equals seat.ForumId
            where seat.PersonId == turn.PersonId && seat.From <= meeting.Date && (seat.To == null || seat.To >= meeting.Date)
                && meeting.Date >= turn.Today && (date == null || meeting.Date == date) && (chat == null || forum.Id == chat)
                && (meeting.Status == MeetingStatus.Planned || meeting.Status == MeetingStatus.AgendaSent || meeting.Status == MeetingStatus.InProgress)
                && (!onlyMissed || db.Apologies.Any(apology =>
                    apology.MeetingId == meeting.Id && apology.MemberId == seat.Id && apology.WithdrawnAt == null))
            orderby meeting.Date, meeting.Start
            select new { forum, meeting };
        var rows = await query.Take(MostMeetings).ToListAsync(cancellationToken);
        var meetings = rows.ConvertAll(row => (row.forum, row.meeting));
        return chat is not null && date is null ? [.. meetings.Take(1)] : meetings;
    }
}
