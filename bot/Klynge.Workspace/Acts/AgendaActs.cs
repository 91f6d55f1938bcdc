using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Workspace;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using Klynge.Workspace.MeetingParts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Words = Klynge.Application.Agendas.Texts;

namespace Klynge.Workspace.Acts;

/// <summary>What the secretariat does to an agenda before the meeting: its order, what stands on it, proposals, and sending it out.</summary>
internal static class AgendaActs
{
    /// <summary>The name of the field that says what the question about sending was drawn from.</summary>
    internal const string SeenSentAt = "sendt";

    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageActs.MoveItem, MoveAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.TakeItemOff, TakeOffAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.RestoreItem, RestoreAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.PostponeItem, PostponeAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.AcceptProposal, AcceptAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.DeclineProposal, DeclineAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.AskApproval, AskApprovalAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.SendAgenda, SendAsync);
    }

    /// <param name="tryk">The item, the number that the person saw it at, and how far it goes: »3a…/4/-1«.</param>
    private static Task<IResult> MoveAsync(string id, string? tryk, MeetingPress press, MoveItem move, CancellationToken cancellationToken) =>
        press.AnswerAsync<Moved>(
            PageActs.MoveItem, id, MeetingShows.Agenda,
            async (visit, meeting) =>
            {
                var (item, from, steps) = (press.Form.ItemId, press.Form.PressedNumber(1), press.Form.PressedNumber(2) ?? 0);
                var moved = await move.HandleAsync(press.Caller, new MoveItemRequest(visit.Forum.Id, item, steps, meeting, from), cancellationToken);
                return moved.IsSuccess ? new Moved(meeting, item, from ?? 0, await press.NumberOfAsync(item)) : moved.Error;
            },
            moved => (
                MeetingPageTexts.Moved(moved.From, moved.To),
                moved.To,
                moved.From == moved.To ? null : PostedForm.Undo(MeetingAddress.Of(moved.Meeting, "raekkefoelge"), moved.Item.Value, moved.To, moved.From - moved.To)));

    private static Task<IResult> TakeOffAsync(string id, MeetingPress press, RemoveItem remove, CancellationToken cancellationToken) =>
        press.AnswerAsync(
            PageActs.TakeItemOff, id, MeetingShows.Agenda,
            (visit, meeting) => remove.HandleAsync(press.Caller, new RemoveItemRequest(visit.Forum.Id, press.Form.ItemId, meeting), cancellationToken),
            removed => ($"{Words.Removed(removed)}.", null, PostedForm.Undo($"/moeder/{id}/saet-paa", removed.Id.Value)));

    /// <param name="tryk">The item.</param>
    private static Task<IResult> RestoreAsync(string id, string? tryk, MeetingPress press, RestoreItem restore, CancellationToken cancellationToken) =>
        press.AnswerAsync<Moved>(
            PageActs.RestoreItem, id, MeetingShows.Agenda,
            async (visit, meeting) =>
            {
                var item = press.Form.ItemId;
                var restored = await restore.HandleAsync(press.Caller, new RestoreItemRequest(visit.Forum.Id, item, meeting), cancellationToken);
                return restored.IsSuccess ? new Moved(meeting, item, 0, await press.NumberOfAsync(item)) : restored.Error;
            },
            moved => (MeetingPageTexts.IsBack(moved.To), moved.To, null));

    private static Task<IResult> PostponeAsync(string id, MeetingPress press, PostponeItem postpone, CancellationToken cancellationToken) =>
        press.AnswerAsync(
            PageActs.PostponeItem, id, MeetingShows.Agenda,
            (visit, meeting) => postpone.HandleAsync(press.Caller, new PostponeItemRequest(visit.Forum.Id, press.Form.ItemId, meeting), cancellationToken),
            postponed => (Words.Postponed(postponed), postponed.From, null));

    private static Task<IResult> AcceptAsync(string id, MeetingPress press, AcceptProposal accept, CancellationToken cancellationToken) =>
        press.AnswerAsync(
            PageActs.AcceptProposal, id, MeetingShows.Agenda,
            (visit, meeting) => accept.HandleAsync(press.Caller, new AcceptProposalRequest(visit.Forum.Id, press.Form.ItemId, meeting, Reason: null), cancellationToken),
            accepted => ($"{Words.Accepted(accepted.Title, accepted.Number)}.", accepted.Number, null));

    private static Task<IResult> DeclineAsync(string id, MeetingPress press, DeclineProposal decline, CancellationToken cancellationToken) =>
        press.AnswerAsync(
            PageActs.DeclineProposal, id, MeetingShows.Decline,
            (visit, _) => decline.HandleAsync(press.Caller, new DeclineProposalRequest(visit.Forum.Id, press.Form.ItemId, press.Form.Typed(PostedForm.Text)), cancellationToken),
            declined => ($"{Words.Declined(declined.Title)}.", null, null));

    private static Task<IResult> AskApprovalAsync(string id, MeetingPress press, AskApproval ask, CancellationToken cancellationToken) =>
        press.AnswerAsync(
            PageActs.AskApproval, id, MeetingShows.Sending,
            (visit, meeting) => ask.HandleAsync(press.Caller, new AskApprovalRequest(visit.Forum.Id, meeting, press.Form.Typed(PostedForm.Text)), cancellationToken),
            asked => (Application.Agendas.Approvals.Texts.Asked(asked), null, null));

    private static Task<IResult> SendAsync(string id, MeetingPress press, SendAgenda send, CancellationToken cancellationToken) =>
        press.AnswerAsync(
            PageActs.SendAgenda, id, MeetingShows.Sending,
            (visit, meeting) => send.HandleAsync(press.Caller, new SendAgendaRequest(visit.Forum.Id, meeting, press.Form.Long(SeenSentAt)), cancellationToken),
            sent => ($"{Words.Sent(sent)}.", null, null));

    private sealed record Moved(MeetingId Meeting, AgendaItemId Item, int From, int To);
}
