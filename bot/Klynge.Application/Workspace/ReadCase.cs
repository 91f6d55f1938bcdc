using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Workspace;

/// <summary>A written procedure as the reader may see it: what »Se sagen« answers in their own chat.</summary>
public sealed class ReadCase(IDbContextFactory<KlyngeContext> contexts, ProcedureReader reader)
{
    public async Task<Result<CasePage>> HandleAsync(ChatTurn turn, WrittenProcedureId id, CancellationToken cancellationToken)
    {
        if (await ForumOfAsync(id, cancellationToken) is not { } forum)
            return new ProcedureNotFound();

        var found = await reader.FindAsync(turn, forum, id, cancellationToken);
        return found.TryGet(out var seen, out var error) ? new CasePage(seen.View, seen.Seat, turn.Now) : error;
    }

    private async Task<ForumId?> ForumOfAsync(WrittenProcedureId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.WrittenProcedures.Where(one => one.Id == id).Select(one => (ForumId?)one.ForumId).SingleOrDefaultAsync(cancellationToken);
    }
}

/// <param name="Seat">The seat that the reader votes for; null for none.</param>
public sealed record CasePage(ProcedureView View, SeatView? Seat, Instant Now);
