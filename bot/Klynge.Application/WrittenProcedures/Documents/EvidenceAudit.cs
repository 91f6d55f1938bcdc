using System.IO.Compression;
using Klynge.Application.Audit;
using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// The audit rows of a case in its evidence package, as <c>audit export</c> writes them. Their first line carries the log's last hash
/// of that day, so that every package that leaves the house is an anchor for the whole log.
/// </summary>
internal static class EvidenceAudit
{
    internal static async Task<byte[]> LinesAsync(
        KlyngeContext db, string title, List<AuditEntry> rows, Instant now, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        using var lines = new AuditLinesWriter(output, await AuditNames.ReadAsync(db, cancellationToken));
        var head = await db.AuditHead.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        await lines.BeginAsync(AuditExportHeader.Of(title, head, now), cancellationToken);
        foreach (var row in rows)
        {
            await lines.AddAsync(row, cancellationToken);
        }

        await lines.EndAsync(cancellationToken);
        return output.ToArray();
    }

    /// <returns>A Danish sentence for each fault.</returns>
    internal static async Task<IReadOnlyList<string>> FaultsAsync(ZipArchiveEntry file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await file.OpenAsync(cancellationToken);
            var verified = await VerifyAuditExport.HandleAsync(content, [], cancellationToken);
            return verified.TryGet(out var report, out var error) ? [.. report.Faults.Select(fault => fault.Text)] : [error.Text];
        }
        catch (InvalidDataException)
        {
            return []; // Bytes that no longer unpack are found by the manifest.
        }
    }
}
