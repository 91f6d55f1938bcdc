using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Agendas.Changes;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Agendas.Guests.Turns;
using Klynge.Application.Agendas.Reports;
using Klynge.Application.Invitations;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas;

/// <summary>
/// The buttons of the agenda card, two to a line as a phone has room for: three for everybody, the secretariat's behind »Mere«.
/// </summary>
internal static class AgendaButtons
{
    private const string MoreId = "more";

    internal static IEnumerable<CardElement> Of(AgendaView view, AgendaAudience audience)
    {
        var more = !audience.Manages ? [] : view.Meeting.Status != MeetingStatus.Cancelled ? ForSecretariat(view).ToList() : [.. OfGuests(view)];
        var buttons = ForEverybody(view, audience).ToList();
        if (more.Count > 0)
            buttons.Add(new ToggleVisibilityAction(Texts.More, MoreId));

        foreach (var line in CardParts.Lines(buttons))
            yield return line;

        if (more.Count > 0)
            yield return new Container([.. CardParts.Lines(more)]) { Id = MoreId, IsVisible = false, Spacing = Spacing.Small };
    }

    /// <summary>Where one page is not all: which one it is, and the way to the others.</summary>
    internal static IEnumerable<CardElement> Pager(AgendaView view, int page, ButtonRight verb, int pages)
    {
        if (pages <= 1)
            yield break;

        yield return CardParts.Subtle($"{Texts.PageOf(page, pages)} · {Texts.ItemCount(view.Lines.Count)}");
        CardAction?[] ways =
        [
            page > 0 ? Turn(view, Texts.PreviousPage, page - 1, verb) : null,
            page < pages - 1 ? Turn(view, Texts.NextPage, page + 1, verb) : null,
        ];
        yield return new ActionSet([.. ways.OfType<CardAction>()]);
    }

    internal static CardRefresh? Refresh(AgendaView view, AgendaAudience audience, int page) =>
        audience.RefreshFor.Count == 0
            ? null
            : new CardRefresh(Turn(view, Texts.Agenda, page, AgendaVerbs.Show), [.. audience.RefreshFor.Take(CardRefresh.MaxUserIds)]);

    private static IEnumerable<CardAction> ForEverybody(AgendaView view, AgendaAudience audience)
    {
        var meeting = view.Meeting;
        if (IsAhead(meeting) && audience.Approves && view.Approval?.Chairs.FirstOrDefault(chair => audience.OwnSeats.Contains(chair.MemberId)) is { State: not ApprovalState.Approved } own
            && own.IsOpen(meeting.AgendaSentAt))
        {
            yield return ApprovalCard.Open(meeting);
        }

        if (IsAhead(meeting) && audience.Proposes)
            yield return Button(meeting, Texts.AddItem, AgendaVerbs.AddForm);

        if (IsAhead(meeting) && audience.Apologises)
        {
            foreach (var button in Apology(view, audience))
                yield return button;
        }

        yield return Button(meeting, Texts.WholeAgenda, AgendaVerbs.Full);
    }

    /// <summary>To somebody who has sent an apology the way to change it and to take it back, in place of a second one.</summary>
    private static IEnumerable<CardAction> Apology(AgendaView view, AgendaAudience audience)
    {
        var isAway = view.Absences.Any(absence => audience.OwnSeats.Contains(absence.MemberId));
        yield return Button(
            view.Meeting, isAway && !audience.ApologisesForOthers ? Texts.ChangeApology : Texts.Apologise, Attendance.AttendanceChat.FormVerb);
        if (isAway)
            yield return Button(view.Meeting, Texts.WithdrawApology, Attendance.AttendanceChat.WithdrawVerb);
    }

    private static IEnumerable<CardAction> ForSecretariat(AgendaView view)
    {
        var meeting = view.Meeting;
        if (view.Proposals > 0)
            yield return Button(meeting, Texts.ReviewProposals(view.Proposals), AgendaVerbs.Proposals);

        if (view.Invitations is { Unknown: > 0 and var unknown })
            yield return Button(meeting, Texts.UnknownInvited(unknown), InvitationVerbs.People);

        if (!view.IsFinal)
            yield return Button(meeting, Texts.WriteDecision, AgendaVerbs.DecideForm);

        if (view.Untold > 0)
            yield return Button(meeting, ChangeTexts.Open(view.Untold), AgendaVerbs.ChangesForm);

        foreach (var button in OfGuests(view))
            yield return button;

        if (IsAhead(meeting) && view.Approval is { IsApproved: false })
            yield return ApprovalForm.Open(view);

        foreach (var record in IsAhead(meeting) ? ApprovalForm.Records(view) : [])
            yield return record;

        foreach (var button in IsAhead(meeting) ? Ahead(meeting) : Held(meeting))
            yield return button;

        yield return Button(meeting, Texts.MeetingDetails, MeetingVerbs.DetailsForm);
    }

    /// <summary>Also of a meeting that is cancelled: whoever was invited is told so.</summary>
    private static IEnumerable<CardAction> OfGuests(AgendaView view)
    {
        if (view.GuestsToTell > 0)
            yield return Button(view.Meeting, Guests.Texts.NeedNews(view.GuestsToTell), GuestVerbs.TellForm);

        if (view.GuestsInTurn > 0)
            yield return Button(view.Meeting, TurnTexts.InTurn(view.GuestsInTurn), TurnVerbs.List);
    }

    private static IEnumerable<CardAction> Ahead(MeetingView meeting) =>
    [
        Button(meeting, meeting.AgendaSentAt is null ? Texts.SendAgenda : Texts.SendAgain, AgendaVerbs.SendForm),
        meeting.Status == MeetingStatus.InProgress
            ? Button(meeting, Texts.EndMeeting, MeetingVerbs.Finish)
            : Button(meeting, Texts.StartMeeting, MeetingVerbs.Begin),
        Button(meeting, ReportTexts.Open, AgendaVerbs.ReportForm),
        Button(meeting, Texts.MoveMeeting, MeetingVerbs.MoveForm),
        Button(meeting, Texts.CancelMeeting, MeetingVerbs.CancelForm),
    ];

    private static IEnumerable<CardAction> Held(MeetingView meeting) =>
    [
        Button(meeting, Texts.RollCall, MeetingVerbs.RollCallForm),
        Button(meeting, Texts.WriteMinutes, Minutes.MinutesCard.ShowVerb),
    ];

    private static bool IsAhead(MeetingView meeting) =>
        meeting.Status is MeetingStatus.Planned or MeetingStatus.AgendaSent or MeetingStatus.InProgress;

    private static ExecuteAction Button(MeetingView meeting, string title, ButtonRight verb) =>
        CardParts.Button(title, verb, CardParts.Data(meeting.ForumId, meeting.Id));

    private static ExecuteAction Turn(AgendaView view, string title, int page, ButtonRight verb)
    {
        var data = CardParts.Data(view.Meeting.ForumId, view.Meeting.Id);
        data[CardParts.Page] = page;
        return CardParts.Button(title, verb, data);
    }
}
