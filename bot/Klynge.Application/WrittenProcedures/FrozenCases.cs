using System.Collections.Concurrent;
using Klynge.Application.Data;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures;

/// <summary>
/// The forum's name and the title of frozen cases. They never change within a version, so they are kept in memory and a receipt costs no
/// query.
/// </summary>
public sealed class FrozenCases(IDbContextFactory<KlyngeContext> contexts)
{
    private const int MostKept = 1_000;

    private readonly ConcurrentDictionary<(Guid Procedure, int Version), (string Forum, string Title)> _kept = [];

    internal async ValueTask<(string Forum, string Title)> FindAsync(
        WrittenProcedureId procedure, int version, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue((procedure.Value, version), out var known))
        {
            return known;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var frozen = await db.CaseVersions.AsNoTracking()
            .SingleAsync(candidate => candidate.ProcedureId == procedure && candidate.Version == version, cancellationToken);
        var forum = await db.WrittenProcedures.Where(candidate => candidate.Id == procedure)
            .Join(db.Forums, candidate => candidate.ForumId, forum => forum.Id, (_, forum) => forum.Name)
            .SingleAsync(cancellationToken);
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return _kept[(procedure.Value, version)] = (forum, frozen.Case.Title);
    }
}
