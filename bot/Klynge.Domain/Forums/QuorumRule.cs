namespace Klynge.Domain.Forums;

/// <summary>When a forum can decide (beslutningsdygtig).</summary>
/// <param name="Share">The share of seats with a vote that must be filled: 0.5 means at least half.</param>
/// <param name="EverySector">Also one from every sector that has a seat with a vote.</param>
public sealed record QuorumRule(decimal Share, bool EverySector)
{
    /// <summary>Seats needed of <paramref name="votingSeats"/>: »at least half« of 13 is 7.</summary>
    public int SeatsNeeded(int votingSeats) => (int)Math.Ceiling(Share * votingSeats);
}
