using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Audit;

/// <param name="Anchors">Hashes that were noted elsewhere, in hex; each must be the hash of a row.</param>
public sealed record VerifyAuditRequest(IReadOnlyCollection<string> Anchors);

/// <summary>
/// Holds every row of the audit log against its hash, its neighbours and the head. The rows and the head come in one statement, which
/// sees one moment of the database, so the bot may go on writing meanwhile.
/// </summary>
public sealed class VerifyAudit(IDbContextFactory<KlyngeContext> contexts)
{
    /// <param name="progress">Told how much of the log has been read, from 0 to 1, at each hundredth.</param>
    public async Task<AuditReport> HandleAsync(
        VerifyAuditRequest request, CancellationToken cancellationToken, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var check = new ChainCheck([.. request.Anchors.Select(anchor => anchor.Trim().ToLowerInvariant())], isWhole: true);
        var (head, after, said) = ((AuditHead?)null, 0L, 0L);
        while (true)
        {
            try
            {
                await foreach (var row in Rows(db, after).WithCancellation(cancellationToken))
                {
                    check.Add(row.Entry);
                    (head, after) = (row.Head, row.Entry.Sequence);
                    said = Say(progress, said, after, head);
                }

                return check.Finish(after > 0 ? head : await db.AuditHead.AsNoTracking().SingleOrDefaultAsync(cancellationToken));
            }
            catch (Exception exception) when (exception is FormatException or InvalidCastException or ArgumentException)
            {
                after = await db.Audit.Where(entry => entry.Sequence > after).MinAsync(entry => entry.Sequence, cancellationToken);
                check.AddUnreadable(after);
            }
        }
    }

    /// <returns>The hundredths that were told of so far.</returns>
    private static long Say(IProgress<double>? progress, long said, long number, AuditHead? head)
    {
        var hundredths = head is { Sequence: > 0 } ? Math.Min(100, number * 100 / head.Sequence) : 0;
        if (hundredths > said)
            progress?.Report(hundredths / 100d);

        return hundredths;
    }

    private static IAsyncEnumerable<RowAndHead> Rows(KlyngeContext db, long after) => db.Audit
        .AsNoTracking()
        .Where(entry => entry.Sequence > after)
        .OrderBy(entry => entry.Sequence)
        .Select(entry => new RowAndHead(
            entry,
            db.AuditHead.Select(head => (long?)head.Sequence).FirstOrDefault(),
            db.AuditHead.Select(head => head.Hash).FirstOrDefault()))
        .AsAsyncEnumerable();

    private sealed record RowAndHead(AuditEntry Entry, long? Sequence, byte[]? Hash)
    {
        internal AuditHead? Head { get; } = Sequence is { } sequence && Hash is not null ? new AuditHead { Sequence = sequence, Hash = Hash } : null;
    }
}
