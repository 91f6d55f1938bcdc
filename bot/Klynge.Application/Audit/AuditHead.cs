namespace Klynge.Application.Audit;

/// <summary>
/// How far the audit log has come, in the one row of a table of its own: rows that are taken away at the end of the log leave it
/// behind. Moved on in the transaction of the rows that it counts; whoever writes holds its lock until then.
/// </summary>
public sealed class AuditHead
{
    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; init; } = OnlyId;

    /// <summary>The number of the last row; 0 while there is none.</summary>
    public long Sequence { get; init; }

    /// <summary>The hash of the last row; <see cref="AuditHash.Nothing"/> while there is none.</summary>
    public required byte[] Hash { get; init; }

    internal const int OnlyId = 1;
}
