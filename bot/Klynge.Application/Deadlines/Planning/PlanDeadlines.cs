using Klynge.Application.Agreements;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines.Planning;

/// <summary>
/// Keeps the deadlines that follow from something else in step with it: a meeting's own by the rules of procedure, and those of the annual
/// wheel. A moved meeting moves them, a cancelled one takes them away, and an agenda that goes out settles its own. Runs as often as one
/// likes: where nothing has changed, nothing is written.
/// </summary>
public sealed class PlanDeadlines(Writer writer, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = Permission.ManageDeadlines;

    /// <summary>All forums.</summary>
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        await EndForumsAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var forums = await db.Forums.AsNoTracking().Where(forum => !forum.IsClosed).Select(forum => forum.Id).ToListAsync(cancellationToken);
        foreach (var forum in forums)
            await HandleAsync(forum, cancellationToken);
    }

    /// <summary>A forum that has been handed over and whose last day is past is closed down: its reminders stop, and nothing is planned there.</summary>
    private async Task EndForumsAsync(CancellationToken cancellationToken)
    {
        var today = DanishTime.Today(clock);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ended = await db.Forums.AsNoTracking().Where(forum => !forum.IsClosed && forum.HistoricFrom != null && forum.HistoricFrom <= today).Select(forum => forum.Id).ToListAsync(cancellationToken);
        foreach (var id in ended)
        {
            await writer.WriteAsync<Done>(Caller.Of(JobRights.RemindOfDeadlines), "EndForum", id, async scope =>
            {
                (await scope.EnterAsJobAsync(id, Needs)).Forum.IsClosed = true;
                return default(Done);
            }, cancellationToken);
        }
    }

    public async Task HandleAsync(ForumId forumId, CancellationToken cancellationToken)
    {
        var today = DanishTime.Today(clock);
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var plan = await DeadlinePlan.LoadAsync(db, forumId, today, isTracking: false, cancellationToken);
            if (!(plan.HasWork || await FollowUpItem.IsMissingAsync(db, forumId, today, cancellationToken)) || !(await db.EnterAsync(Caller.Of(JobRights.RemindOfDeadlines), forumId, Needs, today)).IsSuccess)
                return; // In a forum that is closed down nothing is planned.
        }

        await writer.WriteAsync<Done>(Caller.Of(JobRights.RemindOfDeadlines), nameof(PlanDeadlines), forumId, async scope =>
        {
            await scope.EnterAsJobAsync(forumId, Needs);
            var plan = await DeadlinePlan.LoadAsync(scope.Db, forumId, scope.Today, isTracking: true, CancellationToken.None);
            plan.Apply(scope);
            if (await FollowUpItem.IsMissingAsync(scope.Db, forumId, scope.Today, CancellationToken.None))
                await scope.FillFollowUpAsync(forumId);

            return default(Done);
        }, cancellationToken);
    }
}
