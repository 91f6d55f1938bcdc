namespace Klynge.Domain.Forums;

/// <summary>When a forum can decide (beslutningsdygtig).</summary>
/// <param name="Share">The share of seats with a vote that must be filled: 0.5 means at least half.</param>
/// <param name="EverySector">Also one from every sector that has a seat with a vote.</param>
public sealed record QuorumRule(decimal Share, bool EverySector)
{
    /// <summary>What a share written with four decimals is off by, for a hundred seats: 0.6667 of 12 means 8, not 9.</summary>
    private const decimal Rounding = 0.005m;

    /// <summary>Seats needed of <paramref name="votingSeats"/>: »at least half« of 13 is 7, two thirds of 12 are 8.</summary>
    public int SeatsNeeded(int votingSeats) => (int)Math.Ceiling((Share * votingSeats) - Rounding);
}
