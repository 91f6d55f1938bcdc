using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Approvals;

/// <summary>
/// Reminds the chairs who have not answered, once, at 8 of the day before the agenda is to go out (<see cref="AgendaApproval.IsReminderDue"/>).
/// It is written down in the transaction that sends it, so nobody is reminded twice.
/// </summary>
public sealed class SendApprovalReminders(Writer writer, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    /// <returns>How many were reminded.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        if (ReminderCalendar.QuietUntil(clock.GetCurrentInstant()) is not null)
            return 0;

        var reminded = 0;
        foreach (var (forum, meeting) in await DueAsync(cancellationToken))
        {
            var intent = new WriteIntent(nameof(SendApprovalReminders), Caller.Of(JobRights.RemindApprovers), forum, SubjectId: meeting.Value);
            var result = await writer.WriteAsync<int>(intent, scope => RemindAsync(scope, forum, meeting), cancellationToken);
            reminded += result.IsSuccess ? result.Value : 0;
        }

        return reminded;
    }

    private static async Task<Result<int>> RemindAsync(WriteScope scope, ForumId forumId, MeetingId meetingId)
    {
        var visit = await scope.EnterAsJobAsync(forumId, Needs);
        var forum = visit.Forum;
        var meeting = await scope.Db.Meetings.SingleAsync(one => one.Id == meetingId && one.ForumId == forumId);
        if (meeting is not { Status: MeetingStatus.Planned, AgendaSentAt: null })
            return 0;

        var view = await scope.AgendaToApproveAsync(new MeetingOfForum(forum, meeting, visit.Access));
        var outOn = forum.Rules.AgendaOut.DayBefore(meeting.Date);
        var waiting = view.Approval is { IsApproved: false } approval
            ? approval.Chairs.Where(chair => chair.State == ApprovalState.Waiting && chair.Approval!.IsReminderDue(outOn, scope.Now)).ToList()
            : [];
        foreach (var chair in waiting)
        {
            chair.Approval!.MarkReminded(scope.Now);
            await scope.NotifyChairAsync(forum, view, chair, isReminder: true);
        }

        return waiting.Count;
    }

    private async Task<List<(ForumId, MeetingId)>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await (
            from approval in db.AgendaApprovals
            join meeting in db.Meetings on approval.MeetingId equals meeting.Id
            join forum in db.Forums on approval.ForumId equals forum.Id
            where approval.Answer == null && approval.RemindedAt == null && !forum.IsClosed
                && meeting.Status == MeetingStatus.Planned && meeting.AgendaSentAt == null
            select new { Approval = approval, Meeting = meeting, Forum = forum }).AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. waiting.Where(row => row.Forum.Rules.AgendaApproval != AgendaApprovalRule.None
                    && row.Approval.IsReminderDue(row.Forum.Rules.AgendaOut.DayBefore(row.Meeting.Date), now))
                .Select(row => (row.Forum.Id, row.Meeting.Id)).Distinct(),
        ];
    }
}
