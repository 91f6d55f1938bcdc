using Klynge.Application.Meetings;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas;

/// <summary>The buttons of the agenda card: three for everybody, the secretariat's behind »…«.</summary>
internal static class AgendaButtons
{
    internal static IReadOnlyList<CardAction> Of(AgendaView view, AgendaAudience audience)
    {
        var meeting = view.Meeting;
        var isAhead = meeting.Status is MeetingStatus.Planned or MeetingStatus.AgendaSent or MeetingStatus.InProgress;
        var data = CardParts.Data(meeting.ForumId, meeting.Id);
        var buttons = new List<CardAction>();
        Add(isAhead && audience.Proposes, Texts.AddItem, AgendaVerbs.AddForm);
        Add(isAhead && audience.Apologises, Texts.Apologise, AgendaVerbs.ApologyForm);
        Add(true, Texts.WholeAgenda, AgendaVerbs.Full);
        if (audience.Manages && meeting.Status != MeetingStatus.Cancelled)
        {
            Add(view.Proposals > 0, Texts.ReviewProposals(view.Proposals), AgendaVerbs.Proposals, secondary: true);
            Add(isAhead, meeting.AgendaSentAt is null ? Texts.SendAgenda : Texts.SendAgain, AgendaVerbs.SendForm, secondary: true);
            Add(!view.IsFinal, Texts.WriteDecision, AgendaVerbs.DecideForm, secondary: true);
            Add(isAhead && meeting.Status != MeetingStatus.InProgress, Texts.StartMeeting, MeetingVerbs.Begin, secondary: true);
            Add(meeting.Status == MeetingStatus.InProgress, Texts.EndMeeting, MeetingVerbs.Finish, secondary: true);
            Add(isAhead, Texts.MoveMeeting, MeetingVerbs.MoveForm, secondary: true);
            Add(isAhead, Texts.CancelMeeting, MeetingVerbs.CancelForm, secondary: true);
            Add(true, Texts.MeetingDetails, MeetingVerbs.DetailsForm, secondary: true);
            Add(meeting.Status == MeetingStatus.Held, Texts.RollCall, MeetingVerbs.RollCallForm, secondary: true);
            Add(meeting.Status == MeetingStatus.Held, Texts.WriteMinutes, AgendaVerbs.Minutes, secondary: true);
        }

        return buttons;

        void Add(bool when, string title, string verb, bool secondary = false)
        {
            if (when)
            {
                buttons.Add(CardParts.Button(title, verb, (System.Text.Json.Nodes.JsonObject)data.DeepClone(), secondary));
            }
        }
    }

    /// <summary>Where one page is not all: which one it is, and the way to the others.</summary>
    internal static IEnumerable<CardElement> Pager(AgendaView view, int page, string verb, int pages)
    {
        if (pages <= 1)
        {
            yield break;
        }

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

    private static ExecuteAction Turn(AgendaView view, string title, int page, string verb)
    {
        var data = CardParts.Data(view.Meeting.ForumId, view.Meeting.Id);
        data[CardParts.Page] = page;
        return CardParts.Button(title, verb, data);
    }
}
