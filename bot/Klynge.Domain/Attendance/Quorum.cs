using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;

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

/// <summary>Counts who will come from the seats and the apologies that stand. A substitute fills the seat.</summary>
public static class QuorumForecast
{
    /// <param name="rule">The forum's rule.</param>
    /// <param name="seats">The seats active on the day of the meeting; those without a vote are left out of the count.</param>
    /// <param name="apologies">The apologies of the meeting; withdrawn ones are left out.</param>
    public static Quorum Of(QuorumRule rule, IReadOnlyCollection<ForumMember> seats, IEnumerable<Apology> apologies)
    {
        var empty = apologies
            .Where(apology => apology.Stands && apology.SubstituteName is null && apology.SubstituteId is null)
            .Select(apology => apology.MemberId)
            .ToHashSet();
        return OfEmpty(rule, seats, empty);
    }

    /// <summary>As it was at a meeting, or at one of its items.</summary>
    /// <param name="rule">The forum's rule.</param>
    /// <param name="seats">The seats active on the day of the meeting.</param>
    /// <param name="empty">The seats that nobody fills.</param>
    public static Quorum OfEmpty(QuorumRule rule, IReadOnlyCollection<ForumMember> seats, IReadOnlySet<MemberId> empty)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var voting = seats.Where(seat => seat.HasVote).ToList();
        var filled = voting.Where(seat => !empty.Contains(seat.Id)).ToList();
        var missing = rule.EverySector
            ? voting.Select(seat => seat.Sector).Except(filled.Select(seat => seat.Sector), StringComparer.OrdinalIgnoreCase)
            : [];
        return new Quorum(voting.Count, filled.Count, rule.SeatsNeeded(voting.Count), [.. missing.Order(DanishText.Comparer)]);
    }
}
