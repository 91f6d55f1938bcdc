namespace Klynge.Domain.Attendance;

/// <summary>Whether a meeting can decide (er beslutningsdygtigt), as far as is known now.</summary>
/// <param name="VotingSeats">Seats with a vote.</param>
/// <param name="Filled">Of these, the ones whose member or substitute comes.</param>
/// <param name="Needed">Seats that must be filled.</param>
/// <param name="MissingSectors">Sectors that the rules ask for and nobody comes from, in Danish order.</param>
public sealed record Quorum(int VotingSeats, int Filled, int Needed, IReadOnlyList<string> MissingSectors)
{
    public bool IsMet => Filled >= Needed && MissingSectors.Count == 0;

    /// <summary>One more apology could break it.</summary>
    public bool IsTight => IsMet && Filled == Needed;
}
