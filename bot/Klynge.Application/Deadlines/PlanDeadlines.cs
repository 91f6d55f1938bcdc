using Klynge.Application.Data;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>
/// Keeps the deadlines that follow from something else in step with it: a meeting's own by the rules of procedure, and those of the annual
/// wheel. A moved meeting moves them, a cancelled one takes them away, and an agenda that goes out settles its own. Runs as often as one
/// likes: where nothing has changed, nothing is written.
/// </summary>
public sealed class PlanDeadlines(Writer writer, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>All forums.</summary>
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var forums = await db.Forums.AsNoTracking().Where(forum => !forum.IsClosed).Select(forum => forum.Id).ToListAsync(cancellationToken);
        foreach (var forum in forums)
            await HandleAsync(forum, cancellationToken);
    }

    public async Task HandleAsync(ForumId forumId, CancellationToken cancellationToken)
    {
        var today = DanishTime.Today(clock);
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var plan = await DeadlinePlan.LoadAsync(db, forumId, today, isTracking: false, cancellationToken);
            if (!plan.HasWork)
                return;
        }

        await writer.WriteAsync<Done>(Caller.System, nameof(PlanDeadlines), forumId, async scope =>
        {
            scope.EnterBy(JobRights.RemindOfDeadlines);
            var plan = await DeadlinePlan.LoadAsync(scope.Db, forumId, scope.Today, isTracking: true, CancellationToken.None);
            plan.Apply(scope);
            return default(Done);
        }, cancellationToken);
    }
}
