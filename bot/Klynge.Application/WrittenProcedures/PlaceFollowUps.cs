using Klynge.Application.Data;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Puts the items of closed cases on the next agenda that could not be put there at once, because no meeting was planned.</summary>
public sealed class PlaceFollowUps(Writer writer, IDbContextFactory<KlyngeContext> contexts)
{
    /// <returns>How many items were placed.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.WrittenProcedures.AsNoTracking()
            .Where(procedure => procedure.Status == ProcedureStatus.Closed && procedure.FollowUpItemId == null
                && procedure.Outcome != Outcome.Withdrawn)
            .Select(procedure => new { procedure.ForumId, procedure.Id })
            .ToListAsync(cancellationToken);
        var placed = 0;
        foreach (var row in waiting)
        {
            var intent = new WriteIntent(nameof(PlaceFollowUps), Caller.System, row.ForumId, SubjectId: row.Id.Value);
            var result = await writer.WriteAsync<bool>(
                intent,
                async scope => await scope.Db.FindProcedureAsync(row.ForumId, row.Id) is { } procedure && await FollowUp.PlaceAsync(scope, procedure),
                cancellationToken);
            placed += result.Value ? 1 : 0;
        }

        return placed;
    }
}
