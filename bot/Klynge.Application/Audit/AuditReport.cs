namespace Klynge.Application.Audit;

/// <summary>What a check of the audit log, or of an export of it, has found.</summary>
/// <param name="Rows">How many were read.</param>
/// <param name="LastNumber">The number of the last one; 0 for an empty log.</param>
/// <param name="LastHash">Its hash in lower-case hex: the anchor to note down elsewhere.</param>
/// <param name="Faults">The first of them, in the order of the rows.</param>
/// <param name="FaultCount">How many there are altogether.</param>
/// <param name="Anchors">The noted hashes that were found again, and the row that carries each.</param>
public sealed record AuditReport(
    long Rows,
    long LastNumber,
    string LastHash,
    IReadOnlyList<AuditFault> Faults,
    long FaultCount,
    IReadOnlyDictionary<string, long> Anchors)
{
    public bool IsWhole => FaultCount == 0;
}
