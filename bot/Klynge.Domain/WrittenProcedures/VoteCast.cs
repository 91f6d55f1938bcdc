namespace Klynge.Domain.WrittenProcedures;

/// <summary>An answer that was taken.</summary>
/// <param name="Vote">What went on record; null when the same answer was there already.</param>
/// <param name="Closes">Why the case is to close now; null when it stays open.</param>
public sealed record VoteCast(CastEffect Effect, Vote? Vote, ClosingReason? Closes);
