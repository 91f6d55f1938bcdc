using NodaTime;

namespace Klynge.Application.Audit;

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
