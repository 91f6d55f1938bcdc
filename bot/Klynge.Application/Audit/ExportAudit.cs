using Klynge.Application.Data;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Audit;

/// <param name="Case">The id of an item or a written procedure, or a title; null for the whole log.</param>
public sealed record ExportAuditRequest(string? Case);

/// <param name="Title">The case's; null for the whole log.</param>
public sealed record ExportedAudit(string? Title, long Rows);

/// <summary>
/// Writes a case's whole history, or the whole log, as JSON Lines in the order in which it happened, with the hashes that
/// <see cref="VerifyAuditExport"/> checks on another machine. Row by row, so that a log of any length needs no memory.
/// </summary>
public sealed class ExportAudit(IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <param name="request">What to export.</param>
    /// <param name="open">Makes the file; called once it is known that there is something to write.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    public async Task<Result<ExportedAudit>> HandleAsync(ExportAuditRequest request, Func<Stream> open, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(open);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        CaseRecord? record = null;
        if (request.Case is { } written)
        {
            var finder = await CaseFinder.ReadAsync(db, cancellationToken);
            if (!finder.Find(written).TryGet(out record, out var error))
                return error;
        }

        await using var output = open();
        return new ExportedAudit(record?.Title, await WriteAsync(db, record, output, cancellationToken));
    }

    private async Task<long> WriteAsync(KlyngeContext db, CaseRecord? record, Stream output, CancellationToken cancellationToken)
    {
        var head = await db.AuditHead.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var until = head?.Sequence ?? long.MaxValue;
        var rows = db.Audit.AsNoTracking().Where(entry => entry.Sequence <= until).OrderBy(entry => entry.Sequence).AsAsyncEnumerable();
        var filter = record is null ? null : await FilterAsync(record, rows, cancellationToken);
        using var lines = new AuditLinesWriter(output, await AuditNames.ReadAsync(db, cancellationToken));
        await lines.BeginAsync(AuditExportHeader.Of(record?.Title, head, clock.GetCurrentInstant()), cancellationToken);
        await foreach (var entry in rows.WithCancellation(cancellationToken))
        {
            if (filter is null || filter.Includes(entry))
                await lines.AddAsync(entry, cancellationToken);
        }

        await lines.EndAsync(cancellationToken);
        return lines.Rows;
    }

    private static async Task<CaseFilter> FilterAsync(CaseRecord record, IAsyncEnumerable<AuditEntry> rows, CancellationToken cancellationToken)
    {
        var filter = new CaseFilter(record);
        await foreach (var entry in rows.WithCancellation(cancellationToken))
            filter.Learn(entry);

        filter.Settle();
        return filter;
    }
}
