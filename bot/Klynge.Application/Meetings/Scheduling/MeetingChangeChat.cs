using Klynge.Application.Agendas.Guests;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using NodaTime.Text;
using Guests = Klynge.Application.Agendas.Guests.Texts;

namespace Klynge.Application.Meetings.Scheduling;

/// <summary>The secretariat moves, cancels and describes a meeting by its cards.</summary>
internal sealed class MeetingChangeChat(
    MeetingLookup desk, PeopleLists people, MoveMeeting moveMeeting, CancelMeeting cancelMeeting, DescribeMeeting describeMeeting) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(MeetingVerbs.MoveForm, (turn, visit, action, stop) => FormAsync(turn, visit, action, MoveFormAsync, stop))
        .OnAction(MeetingVerbs.CancelForm, (turn, visit, action, stop) => FormAsync(turn, visit, action, CancelFormAsync, stop))
        .OnAction(MeetingVerbs.DetailsForm, (turn, visit, action, stop) => FormAsync(turn, visit, action, DetailsFormAsync, stop))
        .OnAction(MeetingVerbs.Move, MoveAsync)
        .OnAction(MeetingVerbs.Cancel, CancelAsync)
        .OnAction(MeetingVerbs.Details, DescribeAsync);

    private static async Task<AdaptiveCard> MoveFormAsync(ChatTurn turn, KlyngeContext db, MeetingView meeting) =>
        MeetingForms.Move(meeting, await db.ReachAsync(meeting, turn.Caller));

    private static async Task<AdaptiveCard> CancelFormAsync(ChatTurn turn, KlyngeContext db, MeetingView meeting) =>
        MeetingForms.Cancel(meeting, await db.ReachAsync(meeting, turn.Caller));

    private static async Task<AdaptiveCard> DetailsFormAsync(ChatTurn turn, KlyngeContext db, MeetingView meeting) =>
        MeetingForms.Details(meeting, await db.ActiveSeatsAsync(meeting.ForumId, meeting.Time.Date));

    private async Task<ChatReply> MoveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var date = LocalDatePattern.Iso.Parse(action.Data.Text(MeetingForms.Date) ?? string.Empty);
        var start = MeetingForms.Clock.Parse(action.Data.Text(MeetingForms.Start) ?? string.Empty);
        var end = MeetingForms.Clock.Parse(action.Data.Text(MeetingForms.End) ?? string.Empty);
        if (!date.Success || !start.Success || (!end.Success && !string.IsNullOrWhiteSpace(action.Data.Text(MeetingForms.End))))
            return new TimeMissing();

        var request = new MoveMeetingRequest(
            visit.Forum.Id,
            action.Data.Meeting(),
            new MeetingTime(date.Value, start.Value, end.Success ? end.Value : null),
            action.Data.Text(MeetingForms.Place),
            action.Data.Integer(CardParts.Version) ?? 0);
        var result = await moveMeeting.HandleAsync(turn.Caller, request, cancellationToken);
        if (result.Error is ChangedMeanwhile)
        {
            return await FormAsync(
                turn, visit, action,
                async (who, db, meeting) => MeetingForms.Move(
                    meeting, await db.ReachAsync(meeting, who.Caller), meeting with { Time = request.Time, Place = request.Place ?? string.Empty }),
                cancellationToken);
        }

        return result.TryGet(out var moved, out var error)
            ? await ToldAsync(
                turn, visit, action, Texts.MovedHeading,
                meeting => moved.Before == meeting.Time ? [Texts.NewTime(meeting.Time)] : [Texts.NewTime(meeting.Time), Texts.OldTime(moved.Before), Texts.Told(moved.People)],
                cancellationToken)
            : error;
    }

    private async Task<ChatReply> CancelAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new CancelMeetingRequest(visit.Forum.Id, action.Data.Meeting(), action.Data.Text(MeetingForms.Reason));
        var result = await cancelMeeting.HandleAsync(turn.Caller, request, cancellationToken);
        return result.TryGet(out var people, out var error)
            ? await ToldAsync(
                turn, visit, action, Texts.CancelledHeading,
                meeting => [
                    DanishFormat.Capitalised(CardParts.When(meeting.Time)), Texts.Told(people),
                    .. people > 0 && meeting.CancellationReason is null ? [Texts.NoReasonGiven(people)] : Array.Empty<string>(),
                ],
                cancellationToken)
            : error;
    }

    private async Task<ChatReply> DescribeAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var chair = await PersonAsync(turn, action.Data, MeetingForms.Chair, cancellationToken);
        var minuteTaker = await PersonAsync(turn, action.Data, MeetingForms.MinuteTaker, cancellationToken);
        if ((chair.Error ?? minuteTaker.Error) is { } unclear)
            return unclear;

        var request = new DescribeMeetingRequest(
            visit.Forum.Id,
            action.Data.Meeting(),
            chair.Value.Id,
            minuteTaker.Value.Id,
            action.Data.Text(MeetingForms.CaseNumber),
            action.Data.Text(MeetingForms.DocumentNumber),
            action.Data.Integer(CardParts.Version) ?? 0);
        var result = await describeMeeting.HandleAsync(turn.Caller, request, cancellationToken);
        if (result.Error is ChangedMeanwhile)
        {
            return await FormAsync(
                turn, visit, action,
                async (_, db, meeting) => MeetingForms.Details(
                    meeting,
                    await db.ActiveSeatsAsync(meeting.ForumId, meeting.Time.Date),
                    meeting with { ChairId = request.Chair, MinuteTakerId = request.MinuteTaker, CaseNumber = request.CaseNumber, DocumentNumber = request.DocumentNumber }),
                cancellationToken);
        }

        return result.IsSuccess
            ? await ToldAsync(turn, visit, action, Texts.DetailsSaved, Described, cancellationToken)
            : result.Error;
    }

    private static IEnumerable<string> Described(MeetingView meeting) =>
    [
        $"{Texts.ChairLabel}: {meeting.Chair ?? Texts.NobodyChosen}",
        $"{Texts.MinuteTakerLabel}: {meeting.MinuteTaker ?? Texts.NobodyChosen}",
    ];

    private async Task<Result<Named>> PersonAsync(ChatTurn turn, ActionData data, string field, CancellationToken cancellationToken)
    {
        var source = MeetingForms.People(data.Forum(), data.Meeting());
        var answered = await people.AnswerAsync(turn.PersonId, source, turn.Today, data, field, cancellationToken);
        return answered.TryGet(out var value, out var unclear) ? new Named(CardIds.Read<PersonId>(value)) : unclear;
    }

    private async Task<ChatReply> FormAsync(
        ChatTurn turn,
        Visit visit,
        InvokedAction action,
        Func<ChatTurn, KlyngeContext, MeetingView, Task<AdaptiveCard>> form,
        CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        return await db.MeetingViewAsync(visit.Forum.Id, action.Data.Meeting(), cancellationToken) is { } meeting
            ? await form(turn, db, meeting)
            : new MeetingNotFound();
    }

    /// <summary>What happened, by whom and when, with what the secretariat should know about the meeting as it is now.</summary>
    private async Task<ChatReply> ToldAsync(
        ChatTurn turn,
        Visit visit,
        InvokedAction action,
        string heading,
        Func<MeetingView, IEnumerable<string>> lines,
        CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        var meeting = (await db.MeetingViewAsync(visit.Forum.Id, action.Data.Meeting(), cancellationToken))!;
        var warnings = meeting.Status == MeetingStatus.Cancelled
            ? []
            : await MeetingWarnings.OfAsync(db, visit.Forum, meeting, turn.Now, cancellationToken);
        var guests = (await db.GuestsOfMeetingAsync(meeting, cancellationToken)).ToTell();
        return CardParts.Note(
            meeting, heading,
            [.. lines(meeting), Texts.ScheduledBy(turn.PersonName, DanishTime.ToDanish(turn.Now).TimeOfDay)],
            [
                .. warnings,
                .. guests == 0 ? [] : new[] { meeting.Status == MeetingStatus.Cancelled ? Guests.ToldOfCancellation(guests) : Guests.ToldOfMove(guests) },
            ],
            [
                .. guests == 0 ? [] : new[] { CardParts.Button(Guests.TellNow, GuestVerbs.TellForm, CardParts.Data(meeting.ForumId, meeting.Id)) },
                CardParts.ToAgenda(meeting.ForumId, meeting.Id),
            ]);
    }

    private readonly record struct Named(PersonId? Id);
}
