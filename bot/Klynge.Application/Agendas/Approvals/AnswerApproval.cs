using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Approvals;

/// <param name="Answer">What the chair says of the agenda.</param>
/// <param name="Remark">What is to be changed; required where it is sent back.</param>
/// <param name="Seen">The mark of the agenda that the card was drawn from.</param>
public sealed record AnswerApprovalRequest(ForumId ForumId, MeetingId MeetingId, ApprovalAnswer Answer, string? Remark, string? Seen);

/// <summary>A chair who was asked approves the agenda as they have read it, or sends it back; until it goes out they can change their mind. The secretariat is told.</summary>
public sealed class AnswerApproval(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ApproveAgenda;

    public Task<Result<Done>> HandleAsync(Caller caller, AnswerApprovalRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(
            new WriteIntent(nameof(AnswerApproval), caller, request.ForumId, SubjectId: request.MeetingId.Value), scope => AnswerAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<Done>> AnswerAsync(WriteScope scope, AnswerApprovalRequest request)
    {
        var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Meeting.CheckNotOver() is { } over)
            return over;

        var view = await scope.AgendaToApproveAsync(at);
        if (view.Approval?.Chairs.FirstOrDefault(one => one.PersonId == scope.Caller.PersonId) is not { Approval: { } approval } chair)
            return new NotAskedToApprove();

        if (!chair.IsOpen(at.Meeting.AgendaSentAt))
            return new ApprovalIsOver();

        var answered = ApprovalAnswers.Give(approval, view.Approval.Agenda, request.Answer, request.Remark, request.Seen, recordedBy: null, scope.Now);
        if (!answered.TryGet(out var isNews, out error))
            return error;

        if (isNews)
        {
            var (now, answer) = ApprovalAnswers.With(view.Approval, chair);
            await scope.NotifySecretariatAsync(at.Forum.Id, ApprovalNotices.Answered(view.Meeting, now, answer));
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        }

        return default(Done);
    }
}

/// <param name="Member">The chair's seat.</param>
/// <inheritdoc cref="AnswerApprovalRequest"/>
public sealed record RecordApprovalRequest(ForumId ForumId, MeetingId MeetingId, MemberId Member, ApprovalAnswer Answer, string? Remark);

/// <summary>
/// The secretariat writes in what a chair without Teams has answered by mail or on the telephone, to the agenda that they were sent. Whoever
/// has Teams presses themselves.
/// </summary>
public sealed class RecordApproval(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    /// <returns>The name of the chair, as »formand Ida Holm«.</returns>
    public Task<Result<RecordedApproval>> HandleAsync(Caller caller, RecordApprovalRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(
            new WriteIntent(nameof(RecordApproval), caller, request.ForumId, SubjectId: request.MeetingId.Value), scope => RecordAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<RecordedApproval>> RecordAsync(WriteScope scope, RecordApprovalRequest request)
    {
        var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Meeting.CheckNotOver() is { } over)
            return over;

        var view = await scope.AgendaToApproveAsync(at);
        if (view.Approval?.Chairs.FirstOrDefault(one => one.MemberId == request.Member) is not { Approval: { } approval } chair)
            return new ApproverNotFound();

        if (chair.IsReached)
            return new ApprovesInPerson(chair.Name);

        if (!chair.IsOpen(at.Meeting.AgendaSentAt))
            return new ApprovalIsOver();

        var read = AgendaSnapshot.Read(approval.AskedAbout).Mark;
        var answered = ApprovalAnswers.Give(approval, view.Approval.Agenda, request.Answer, request.Remark, read, scope.Caller.PersonId, scope.Now);
        if (!answered.TryGet(out _, out error))
            return error is AgendaReadOtherwise ? new AskedAboutAnother(chair.Name) : error;

        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return new RecordedApproval(Texts.RecordedFor(chair));
    }
}

/// <param name="Text">What was done, as a sentence.</param>
public sealed record RecordedApproval(string Text);

internal static class ApprovalAnswers
{
    private static readonly TextLimit Remark = new("Bemærkningen", AgendaApproval.MaxRemarkLength, Optional: true, Multiline: true);

    /// <returns>Whether it is news.</returns>
    internal static Result<bool> Give(
        AgendaApproval approval, AgendaSnapshot agenda, ApprovalAnswer answer, string? remark, string? seen, PersonId? recordedBy, NodaTime.Instant now)
    {
        if (!DanishText.Clean(remark, Remark).TryGet(out var text, out var tooLong))
            return tooLong;

        return answer == ApprovalAnswer.Approved ? approval.Approve(agenda, seen, recordedBy, now, text.Length == 0 ? null : text) : approval.SendBack(text, recordedBy, now);
    }

    /// <summary>How it stands with the answer that the chair has just given.</summary>
    internal static (ApprovalView Now, ApprovalLine Answer) With(ApprovalView approval, ApprovalLine chair)
    {
        var answer = chair with { State = chair.Approval!.StateOf(approval.Agenda), RecordedBy = null };
        return (approval with { Chairs = [.. approval.Chairs.Select(one => one == chair ? answer : one)] }, answer);
    }
}
