using NodaTime;

namespace Klynge.Seal;

/// <summary>How far a package's seal can be believed.</summary>
public enum SealState
{
    /// <summary>There is no seal, nor a part of one.</summary>
    None = 1,

    /// <summary>It does not fit the bytes, or a part of it is missing.</summary>
    Broken = 2,

    /// <summary>It fits the bytes, but its certificates lead to none of the given anchors, or were not good for it at that time.</summary>
    Unproved = 3,

    /// <summary>It fits, and signature and timestamp both lead to a given anchor.</summary>
    Proved = 4,
}

/// <param name="State">What it came to.</param>
/// <param name="Faults">A Danish sentence each: what does not fit, or why it proves nothing; empty when proved and when there is none.</param>
/// <param name="SignedBy">The name in the certificate that signed; null where no signature could be read.</param>
/// <param name="SignedAt">What the timestamp says; null where none could be read.</param>
public sealed record SealReport(SealState State, IReadOnlyList<string> Faults, string? SignedBy, Instant? SignedAt);
