using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>
/// The forum's name, the title and the rules of frozen cases. Title and rules never change within a version, and a forum is hardly ever
/// renamed, so they are kept in memory and a receipt costs no query.
/// </summary>
public sealed class FrozenCases(IDbContextFactory<KlyngeContext> contexts, DirectoryVersion directory, IClock clock)
{
    private readonly FreshCache<(WrittenProcedureId Procedure, int Version), FrozenCase> _kept = new(directory, clock);

    internal async ValueTask<FrozenCase> FindAsync(WrittenProcedureId procedure, int version, CancellationToken cancellationToken)
    {
        var stamp = await _kept.StampAsync(cancellationToken);
        if (_kept.TryGet((procedure, version), stamp, out var known))
            return known;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var frozen = await db.CaseVersions.AsNoTracking()
            .SingleAsync(candidate => candidate.ProcedureId == procedure && candidate.Version == version, cancellationToken);
        var opened = await db.WrittenProcedures.Where(candidate => candidate.Id == procedure)
            .Join(db.Forums, candidate => candidate.ForumId, forum => forum.Id, (candidate, forum) => new { forum.Name, candidate.Rules, candidate.Case.IsClosed })
            .SingleAsync(cancellationToken);
        return _kept.Keep((procedure, version), new FrozenCase(opened.Name, frozen.Case.Title, NoticeTitle.Of(frozen.Case with { IsClosed = opened.IsClosed }), opened.Rules!), stamp);
    }
}

internal sealed record FrozenCase(string Forum, string Title, NoticeTitle NoticeTitle, WrittenProcedureRules Rules);
