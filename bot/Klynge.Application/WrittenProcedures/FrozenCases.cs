using Klynge.Application.Data;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>
/// The forum's name and the title of frozen cases. A title never changes within a version, and a forum is hardly ever renamed, so they are
/// kept in memory and a receipt costs no query.
/// </summary>
public sealed class FrozenCases(IDbContextFactory<KlyngeContext> contexts, DirectoryVersion directory, IClock clock)
{
    private readonly FreshCache<(Guid Procedure, int Version), (string Forum, string Title)> _kept = new(directory, clock);

    internal async ValueTask<(string Forum, string Title)> FindAsync(
        WrittenProcedureId procedure, int version, CancellationToken cancellationToken)
    {
        var stamp = await _kept.StampAsync(cancellationToken);
        if (_kept.TryGet((procedure.Value, version), stamp, out var known))
        {
            return known;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var frozen = await db.CaseVersions.AsNoTracking()
            .SingleAsync(candidate => candidate.ProcedureId == procedure && candidate.Version == version, cancellationToken);
        var forum = await db.WrittenProcedures.Where(candidate => candidate.Id == procedure)
            .Join(db.Forums, candidate => candidate.ForumId, forum => forum.Id, (_, forum) => forum.Name)
            .SingleAsync(cancellationToken);
        return _kept.Keep((procedure.Value, version), (forum, frozen.Case.Title), stamp);
    }
}
