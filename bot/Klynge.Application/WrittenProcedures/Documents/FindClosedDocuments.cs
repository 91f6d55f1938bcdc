using Klynge.Application.Data;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// Finds closed cases whose files still lie where open documents do: those of before there was a place for closed ones, and those of a
/// case whose other user, an open case, has been closed since. What is found is moved by <see cref="MoveClosedDocuments"/>.
/// </summary>
public sealed class FindClosedDocuments(Writer writer, IDbContextFactory<KlyngeContext> contexts)
{
    /// <returns>How many cases were looked at.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var opened = await db.WrittenProcedures.AsNoTracking()
            .Where(procedure => procedure.OpenedAt != null)
            .Select(procedure => new { procedure.Id, procedure.ForumId, procedure.Case })
            .ToListAsync(cancellationToken);
        var closed = opened.FindAll(procedure => procedure.Case.IsClosed);
        foreach (var procedure in closed)
        {
            await writer.WriteAsync<Done>(new WriteIntent(nameof(FindClosedDocuments), Caller.System, procedure.ForumId, IsOnRecord: false), async scope =>
            {
                await scope.LeaveOpenPlaceAsync(await scope.Db.WrittenProcedures.Include(one => one.Roll).SingleAsync(one => one.Id == procedure.Id));
                return default(Done);
            }, cancellationToken);
        }

        return closed.Count;
    }
}
