using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Invitations;

/// <summary>The buttons of the cards about meetings in the calendar.</summary>
internal sealed class InvitationChat(
    MeetingLookup desk, PeopleLists people, AnswerAttendees answerAttendees, SettleCalendarConflict settle, ReinstateMeeting reinstate) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(InvitationVerbs.People, PeopleAsync)
        .OnAction(InvitationVerbs.Answer, AnswerAsync)
        .OnAction(InvitationVerbs.Conflict, ShowConflictAsync)
        .OnAction(InvitationVerbs.UseCalendar, (turn, visit, action, stop) => SettleAsync(turn, visit, action, useCalendar: true, stop))
        .OnAction(InvitationVerbs.KeepOurs, (turn, visit, action, stop) => SettleAsync(turn, visit, action, useCalendar: false, stop))
        .OnAction(InvitationVerbs.Reinstate, ReinstateAsync);

    /// <summary>Those who are not recognised by themselves, with what was answered: also the way to change an answer.</summary>
    private async Task<ChatReply> PeopleAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.MeetingAsync(visit.Forum.Id, action.Data.Meeting(), cancellationToken);
        if (!found.TryGet(out var meeting, out var error))
            return error;

        await using var db = await desk.ReadAsync(cancellationToken);
        if (action.IsRefresh)
            return await AskedAgainAsync(db, turn, meeting, action.Data.Choices(AttendeesCard.Asked), cancellationToken);

        var answered = await db.KnownAttendees.Where(known => known.ForumId == meeting.ForumId)
            .Select(known => known.Address)
            .ToListAsync(cancellationToken);
        var invited = await db.Invitations
            .Where(one => one.MeetingId == meeting.Id && !one.IsRemoved
                && (one.Match == InvitationMatch.Unknown || answered.Contains(one.Address)))
            .ToListAsync(cancellationToken);
        return invited.Count == 0
            ? CardParts.Note(meeting, Texts.NobodyUnknown, [], [], CardParts.ToAgenda(meeting.ForumId, meeting.Id))
            : AttendeesCard.Build(
                meeting,
                [.. invited.OrderBy(one => one.Match != InvitationMatch.Unknown)],
                await db.ActiveSeatsAsync(meeting.ForumId, meeting.Time.Date));
    }

    /// <summary>The question about some of the invited, for a secretary whose card still asks: who of them is known by now, and by whose word.</summary>
    private static async Task<ChatReply> AskedAgainAsync(
        KlyngeContext db, ChatTurn turn, MeetingView meeting, IReadOnlyList<string> asked, CancellationToken cancellationToken)
    {
        var ids = asked.Take(AttendeesCard.MaxAsked).Select(CardIds.Read<InvitationId>).OfType<InvitationId>().ToList();
        var all = await db.Invitations.AsNoTracking().Where(one => one.MeetingId == meeting.Id).ToListAsync(cancellationToken);
        var settled = all.FindAll(one => ids.Contains(one.Id) && (one.IsRemoved || one.Match != InvitationMatch.Unknown));
        if (settled.Count == 0)
            return new NothingNewToTell();

        var told = await ToldOfAsync(db, turn, meeting, settled, cancellationToken);
        var open = all.FindAll(one => one is { Match: InvitationMatch.Unknown, IsRemoved: false });
        return open.Count > 0
            ? AttendeesCard.Build(meeting, open, await db.ActiveSeatsAsync(meeting.ForumId, meeting.Time.Date), told)
            : CardParts.Note(
                meeting,
                Texts.WhoAnswered,
                [DanishFormat.Capitalised(CardParts.When(meeting.Time)), .. told],
                [],
                CardParts.ToAgenda(meeting.ForumId, meeting.Id),
                CardParts.Button(Texts.ChangeAnswers, InvitationVerbs.People, CardParts.Data(meeting.ForumId, meeting.Id)));
    }

    private static async Task<List<string>> ToldOfAsync(
        KlyngeContext db, ChatTurn turn, MeetingView meeting, List<Invitation> settled, CancellationToken cancellationToken)
    {
        var addresses = settled.ConvertAll(one => one.Address);
        var known = await db.KnownAttendees.AsNoTracking()
            .Where(one => one.ForumId == meeting.ForumId && addresses.Contains(one.Address))
            .ToDictionaryAsync(one => one.Address, StringComparer.Ordinal, cancellationToken);
        var names = await db.LabelsAsync([.. known.Values.Select(one => one.AnsweredById).OfType<PersonId>().Distinct()], cancellationToken);
        var gone = settled.FindAll(one => one.IsRemoved);
        return
        [
            .. settled.Where(one => !one.IsRemoved).GroupBy(one => known.GetValueOrDefault(one.Address)?.AnsweredById).Select(group =>
            {
                var people = Texts.InPlace([.. group.Select(one => one.Name)]);
                return group.Key is { } by ? $"{people} {CardParts.By(names[by], group.Max(one => known[one.Address].AnsweredAt), turn.Today)}" : people;
            }),
            .. gone.Count > 0 ? [Texts.NotInvited(gone.ConvertAll(one => one.Name))] : Array.Empty<string>(),
        ];
    }

    private async Task<ChatReply> AnswerAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var (forum, id) = (visit.Forum.Id, action.Data.Meeting());
        var read = await AttendeeAnswers.FieldsAsync<InvitationId>(people, turn, MeetingForms.People(forum, id), action.Data, AttendeesCard.Field, cancellationToken);
        if (!read.TryGet(out var fields, out var unclear))
            return unclear;

        var request = new AnswerAttendeesRequest(forum, id, AttendeeAnswers.Read(fields));
        var result = await answerAttendees.HandleAsync(turn.Caller, request, cancellationToken);
        if (!result.TryGet(out var answered, out var error))
            return error;

        string[] lines = answered.Left > 0 ? [Texts.Answered(answered.Answered), Texts.AnswersLeft(answered.Left)] : [Texts.Answered(answered.Answered)];
        return await ToldAsync(turn, visit, action, Texts.AnswersSaved, lines, Texts.ChangeAnswers, InvitationVerbs.People, cancellationToken);
    }

    private async Task<ChatReply> SettleAsync(ChatTurn turn, Visit visit, InvokedAction action, bool useCalendar, CancellationToken cancellationToken)
    {
        var question = action.Data.Integer(ConflictCard.Question) ?? 0;
        var request = new SettleCalendarConflictRequest(visit.Forum.Id, action.Data.Meeting(), question, useCalendar);
        var result = await settle.HandleAsync(turn.Caller, request, cancellationToken);
        if (!result.TryGet(out var settled, out var error))
            return error is QuestionIsOld ? await ShowConflictAsync(turn, visit, action, cancellationToken) : error;

        return useCalendar
            ? await ToldAsync(
                turn, visit, action, Texts.UsedHeading, [Meetings.Texts.Told(settled.People)], Meetings.Texts.MoveMeeting, MeetingVerbs.MoveForm, cancellationToken)
            : await ToldAsync(
                turn, visit, action, Texts.KeptHeading, [Texts.KeptHint], Meetings.Texts.MoveMeeting, MeetingVerbs.MoveForm, cancellationToken);
    }

    /// <summary>How a difference stands now: the question, perhaps about newer values, or who answered it.</summary>
    private async Task<ChatReply> ShowConflictAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.MeetingAsync(visit.Forum.Id, action.Data.Meeting(), cancellationToken);
        if (!found.TryGet(out var meeting, out var error))
            return error;

        await using var db = await desk.ReadAsync(cancellationToken);
        if (await db.CalendarLinks.AsNoTracking().SingleOrDefaultAsync(one => one.MeetingId == meeting.Id, cancellationToken) is not { } link)
            return new MeetingNotLinked();

        if (link.IsAsked && meeting.Status is not (MeetingStatus.Cancelled or MeetingStatus.Held))
            return ConflictCard.Of(meeting, link, await db.ReachAsync(meeting, turn.Caller, cancellationToken));

        if (link is not { IsAsked: false, SettledById: { } by, SettledAt: { } at })
            return ConflictCard.Settled(meeting, link, by: null);

        var names = await db.LabelsAsync([by], cancellationToken);
        return ConflictCard.Settled(meeting, link, CardParts.By(names[by], at, turn.Today));
    }

    private async Task<ChatReply> ReinstateAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await reinstate.HandleAsync(turn.Caller, visit.Forum.Id, action.Data.Meeting(), cancellationToken);
        return result.IsSuccess
            ? await ToldAsync(
                turn, visit, action, Texts.Reinstated, [Texts.ReinstatedHint], Meetings.Texts.CancelMeeting, MeetingVerbs.CancelForm, cancellationToken)
            : result.Error;
    }

    private async Task<ChatReply> ToldAsync(
        ChatTurn turn, Visit visit, InvokedAction action, string heading, IReadOnlyList<string> lines, string back, ButtonRight backVerb, CancellationToken cancellationToken)
    {
        var found = await desk.MeetingAsync(visit.Forum.Id, action.Data.Meeting(), cancellationToken);
        if (!found.TryGet(out var meeting, out var error))
            return error;

        var when = DanishFormat.Capitalised(CardParts.When(meeting.Time));
        var by = CardParts.By(turn.PersonName, turn.Now, turn.Today);
        return CardParts.Note(
            meeting,
            meeting.Status == MeetingStatus.Cancelled ? Meetings.Texts.CancelledHeading : heading,
            [when, .. lines, by],
            [],
            CardParts.ToAgenda(meeting.ForumId, meeting.Id),
            CardParts.Button(back, backVerb, CardParts.Data(meeting.ForumId, meeting.Id)));
    }
}
