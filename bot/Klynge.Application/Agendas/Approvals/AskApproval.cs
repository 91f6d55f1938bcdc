using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Approvals;

/// <param name="Note">What the secretariat says with it; empty for nothing.</param>
public sealed record AskApprovalRequest(ForumId ForumId, MeetingId MeetingId, string? Note);

/// <param name="Names">Who were asked now: »formand Ida Holm«. Whoever had been asked about the same already is not among them.</param>
public sealed record AskedApproval(IReadOnlyList<string> Names);

/// <summary>The secretariat asks those who lead the forum to approve the agenda as it stands; after a change, anew.</summary>
public sealed class AskApproval(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    private static readonly TextLimit Note = new("Bemærkningen", AgendaApproval.MaxRemarkLength, Optional: true, Multiline: true);

    public Task<Result<AskedApproval>> HandleAsync(Caller caller, AskApprovalRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(
            new WriteIntent(nameof(AskApproval), caller, request.ForumId, SubjectId: request.MeetingId.Value), scope => AskAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<AskedApproval>> AskAsync(WriteScope scope, AskApprovalRequest request)
    {
        var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Forum.Rules.AgendaApproval == AgendaApprovalRule.None)
            return new ApprovalNotAskedFor(at.Forum.Name);

        if (at.Meeting.CheckNotOver() is { } over)
            return over;

        if (!DanishText.Clean(request.Note, Note).TryGet(out var note, out var tooLong))
            return tooLong;

        var view = await scope.AgendaToApproveAsync(at);
        if (view.Lines.Count == 0)
            return new NothingToApprove();

        return view.Approval!.Chairs.Count == 0 ? new NobodyToApprove(at.Forum.Name) : await AskAsync(scope, at, view, note.Length == 0 ? null : note);
    }

    private static async Task<AskedApproval> AskAsync(WriteScope scope, MeetingOfForum at, AgendaView view, string? note)
    {
        var approval = view.Approval!;
        var asked = new List<string>();
        foreach (var chair in approval.IsApproved ? [] : approval.Missing)
        {
            var row = chair.Approval;
            if (row is null)
            {
                row = new AgendaApproval { ForumId = at.Forum.Id, MeetingId = at.Meeting.Id, PersonId = chair.PersonId };
                scope.Db.AgendaApprovals.Add(row);
            }

            if (!row.Ask(approval.Agenda, scope.Caller.PersonId!.Value, note, scope.Now))
                continue;

            asked.Add(Texts.Named(chair));
            await scope.NotifyChairAsync(at.Forum, view, chair with { Approval = row, State = row.StateOf(approval.Agenda) });
        }

        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return new AskedApproval(asked);
    }
}

internal static class ApprovalScope
{
    /// <summary>The agenda as it stands in this write, with how its approval stands.</summary>
    internal static async Task<AgendaView> AgendaToApproveAsync(this WriteScope scope, MeetingOfForum at) =>
        await scope.Db.WithApprovalAsync(at.Forum, (await scope.Db.AgendaAsync(at.Forum.Id, at.Meeting.Id, ClosedReader.Everything))!, scope.Today);

    /// <summary>Sends a chair the agenda as it stands; a mail in its place has no closed items.</summary>
    internal static async Task NotifyChairAsync(this WriteScope scope, Forum forum, AgendaView view, ApprovalLine chair, bool isReminder = false)
    {
        var changes = await scope.Db.LinesOfAsync(view, chair.Since(view.Approval!.Agenda));
        var outBy = forum.Rules.AgendaOut.DayBefore(view.Meeting.Time.Date);
        var open = view with { Lines = [.. view.Lines.Select(AgendaLines.Hide)] };
        scope.Notify(
            chair.PersonId,
            ApprovalCard.Notice(view, chair, changes, outBy, isReminder),
            new MessageSubject(forum.Id, forum.Name, DanishFormat.Date(view.Meeting.Time.Date)) { IsApproval = true },
            inMail: ApprovalCard.Notice(open, chair, changes, outBy, isReminder));
    }
}
