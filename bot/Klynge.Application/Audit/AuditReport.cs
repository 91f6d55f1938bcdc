using NodaTime;

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

/// <summary>What is wrong with a row of the audit log, or with a run of them.</summary>
/// <param name="From">The first row's number.</param>
/// <param name="To">The last row's; the same for one row.</param>
/// <param name="At">When the row says it was written; null where there is no row to ask.</param>
/// <param name="UseCase">What the row says was done.</param>
/// <param name="Text">The whole finding as a Danish sentence.</param>
public sealed record AuditFault(AuditFaultKind Kind, long From, long To, Instant? At, string? UseCase, string Text);

public enum AuditFaultKind
{
    /// <summary>A field was changed, and the row's hash no longer fits.</summary>
    Altered = 1,

    /// <summary>The row's hash was made anew after a change, so the row that follows no longer fits it.</summary>
    Replaced,

    /// <summary>The row stands under another number than the one it was written with.</summary>
    Moved,

    /// <summary>Numbers are gone from the middle or the end.</summary>
    Removed,

    /// <summary>The row stands behind the head: it was put there past the program.</summary>
    Added,

    /// <summary>The head itself is gone.</summary>
    HeadLost,

    /// <summary>A hash that was noted elsewhere is not in the log any more.</summary>
    AnchorLost,

    /// <summary>An export has not as many rows as it says.</summary>
    Incomplete,
}
