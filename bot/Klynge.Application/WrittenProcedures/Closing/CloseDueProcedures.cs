using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Rights;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Closing;

/// <summary>
/// Closes the cases whose deadline has passed, or whose wait after the last answer is over, also while the process was down. Run every minute or so; two
/// processes may run it at once, since the second one finds the case closed.
/// </summary>
public sealed class CloseDueProcedures(Writer writer, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = CloseWrittenProcedure.Needs;

    /// <returns>How many were closed.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var closed = 0;
        foreach (var (forum, procedure) in await DueAsync(cancellationToken))
        {
            var intent = new WriteIntent(nameof(CloseDueProcedures), Caller.Of(JobRights.CloseProcedures), forum, SubjectId: procedure.Value);
            var result = await writer.WriteAsync<Closing>(
                intent,
                async scope =>
                {
                    await scope.EnterAsJobAsync(forum, Needs);
                    return new Closing((await ProcedureClosing.EndIfDueAsync(scope, forum, procedure)).ClosedAs);
                },
                cancellationToken);
            closed += result.Value.Outcome is null ? 0 : 1;
        }

        return closed;
    }

    private async Task<List<(ForumId Forum, WrittenProcedureId Procedure)>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await db.WrittenProcedures.AsNoTracking()
            .Where(procedure => procedure.Status == ProcedureStatus.Open && (procedure.Deadline <= now || procedure.ClosesAt <= now))
            .OrderBy(procedure => procedure.Deadline)
            .Select(procedure => new { procedure.ForumId, procedure.Id })
            .ToListAsync(cancellationToken);
        return due.ConvertAll(row => (row.ForumId, row.Id));
    }

    private sealed record Closing(Outcome? Outcome);
}
