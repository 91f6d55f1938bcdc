using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Seals;

/// <summary>
/// A package that is to be sealed, or was. It is sealed by a job, so that nobody waits for a key or a timestamp authority that is away. Where
/// the package lies follows from what it is of, which may move meanwhile.
/// </summary>
public sealed class PackageSeal
{
    /// <summary>The case, the meeting, or the forum that handed over.</summary>
    public required Guid SubjectId { get; init; }

    public required PackageKind Kind { get; init; }

    public required ForumId ForumId { get; init; }

    /// <summary>What was packed, see <see cref="PackageDigest"/>: nothing else is sealed. Null for what the job packs itself.</summary>
    public string? Digest { get; set; }

    public SealingState State { get; set; } = SealingState.Waiting;

    public required Instant RequestedAt { get; set; }

    public Instant? SealedAt { get; set; }
}

/// <summary>What a package is of.</summary>
public enum PackageKind
{
    /// <summary>The evidence of a closed written procedure.</summary>
    Evidence = 1,

    /// <summary>Minutes that were approved, with who approved them and when.</summary>
    Minutes = 2,

    /// <summary>A forum that handed over to another.</summary>
    Handover = 3,
}

public enum SealingState
{
    /// <summary>The job seals it the next time, and as often as it takes.</summary>
    Waiting = 1,

    /// <summary>It lies sealed in the library.</summary>
    Sealed = 2,

    /// <summary>It is gone, or another one than was packed: nothing of it is sealed until it is packed anew.</summary>
    Dropped = 3,
}
