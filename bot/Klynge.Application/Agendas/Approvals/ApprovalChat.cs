using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Approvals;

/// <summary>The secretariat asks for the approval of an agenda, and those who lead the forum give it. In personal chats: closed items stand there.</summary>
internal sealed class ApprovalChat(MeetingLookup desk, AskApproval ask, AnswerApproval answer, RecordApproval record) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(ApprovalVerbs.Form, (turn, visit, action, token) => FormAsync(turn, visit, action, told: null, token))
        .OnAction(ApprovalVerbs.Ask, AskAsync)
        .OnAction(ApprovalVerbs.RecordForm, (turn, visit, action, token) => RecordFormAsync(turn, visit, action, wrong: null, token))
        .OnAction(ApprovalVerbs.Record, RecordAsync)
        .OnAction(ApprovalVerbs.Show, (turn, visit, action, token) => ShowAsync(turn, visit, action, told: null, token))
        .OnAction(ApprovalVerbs.Approve, (turn, visit, action, token) => AnswerAsync(turn, visit, action, ApprovalAnswer.Approved, token))
        .OnAction(ApprovalVerbs.SendBack, (turn, visit, action, token) => AnswerAsync(turn, visit, action, ApprovalAnswer.SentBack, token));

    private async Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, string? told, CancellationToken cancellationToken)
    {
        var found = await ViewAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var view, out var error))
            return error;

        await using var db = await desk.ReadAsync(cancellationToken);
        return ApprovalForm.Build(view, await db.LinesOfAsync(view, view.Approval!.Difference, cancellationToken), told);
    }

    private async Task<ChatReply> AskAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new AskApprovalRequest(visit.Forum.Id, action.Data.Meeting(), action.Data.Text(ApprovalForm.Note));
        var result = await ask.HandleAsync(turn.Caller, request, cancellationToken);
        return result.TryGet(out var asked, out var error) ? await FormAsync(turn, visit, action, Texts.Asked(asked), cancellationToken) : error;
    }

    private async Task<ChatReply> RecordFormAsync(ChatTurn turn, Visit visit, InvokedAction action, string? wrong, CancellationToken cancellationToken)
    {
        var found = await ViewAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var view, out var error))
            return error;

        var member = action.Data.Id<MemberId>(CardIds.Member);
        return view.Approval!.Chairs.FirstOrDefault(chair => chair.MemberId == member) is not { Approval: not null } asked ? new ApproverNotFound()
            : asked.IsReached ? new ApprovesInPerson(asked.Name)
            : ApprovalForm.Record(view, asked, action.Data.Text(ApprovalCard.Remark), wrong);
    }

    private async Task<ChatReply> RecordAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var given = action.Data.Text(ApprovalForm.Answer) == ApprovalForm.Approved ? ApprovalAnswer.Approved : ApprovalAnswer.SentBack;
        var request = new RecordApprovalRequest(
            visit.Forum.Id, action.Data.Meeting(), action.Data.Id<MemberId>(CardIds.Member) ?? default, given, action.Data.Text(ApprovalCard.Remark));
        var result = await record.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error switch
        {
            null => await FormAsync(turn, visit, action, result.Value.Text, cancellationToken),
            RemarkMissing missing => await RecordFormAsync(turn, visit, action, missing.Text, cancellationToken),
            var refused => refused,
        };
    }

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, string? told, CancellationToken cancellationToken, string? typed = null)
    {
        var found = await ViewAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var view, out var error))
            return error;

        if (view.Approval!.Chairs.FirstOrDefault(chair => chair.PersonId == turn.PersonId) is not { Approval: not null } own)
            return new NotAskedToApprove();

        if (!own.IsOpen(view.Meeting.AgendaSentAt))
            return ApprovalCard.Over(view);

        await using var db = await desk.ReadAsync(cancellationToken);
        return ApprovalCard.Build(view, own, await db.LinesOfAsync(view, own.Since(view.Approval.Agenda), cancellationToken), action.Data.Page(), told, typed);
    }

    private async Task<ChatReply> AnswerAsync(ChatTurn turn, Visit visit, InvokedAction action, ApprovalAnswer given, CancellationToken cancellationToken)
    {
        var typed = action.Data.Text(ApprovalCard.Remark);
        var request = new AnswerApprovalRequest(visit.Forum.Id, action.Data.Meeting(), given, typed, action.Data.Text(ApprovalCard.Seen));
        var result = await answer.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error switch
        {
            null => await ShowAsync(turn, visit, action, given == ApprovalAnswer.Approved ? Texts.YouApproved : Texts.YouSentBack, cancellationToken),
            AgendaReadOtherwise => await ShowAsync(turn, visit, action, Texts.ReadOtherwise, cancellationToken, typed),
            var refused => refused,
        };
    }

    /// <summary>The agenda with how its approval stands, for somebody's eyes alone.</summary>
    private async Task<Result<AgendaView>> ViewAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.AgendaAsync(turn, visit, action.Data.Meeting(), action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.View.Approval is not null)
            return at.View;

        return at.View.Meeting.Status is Domain.Meetings.MeetingStatus.Held ? new Domain.Meetings.MeetingIsHeld()
            : at.View.Meeting.Status is Domain.Meetings.MeetingStatus.Cancelled ? new Domain.Meetings.MeetingIsCancelled()
            : visit.Forum.Rules.AgendaApproval == AgendaApprovalRule.None ? new ApprovalNotAskedFor(visit.Forum.Name)
            : new ItemIsClosedHere();
    }
}
