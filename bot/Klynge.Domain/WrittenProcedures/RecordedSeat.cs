using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>
/// A seat as a record outside the database tells of it. <see cref="RollEntry.Restore"/> makes a seat of it, so that what is read years later is
/// counted by the same rules as the case was when it closed.
/// </summary>
public sealed record RecordedSeat
{
    public required RollEntryId Id { get; init; }

    public required WrittenProcedureId Procedure { get; init; }

    public required MemberId Member { get; init; }

    public required PersonId Person { get; init; }

    public required string Name { get; init; }

    public required string Organisation { get; init; }

    public required string Sector { get; init; }

    public required int Order { get; init; }

    public required PersonId Voter { get; init; }

    public string? Substitute { get; init; }

    public Instant? GivenUpAt { get; init; }

    /// <summary>Null for a seat that has not answered.</summary>
    public Ballot? Ballot { get; init; }

    /// <summary>When the answer was given.</summary>
    public Instant? AnsweredAt { get; init; }
}

/// <summary>
/// The count of a case: as a whole, and of each recommendation where they are answered each for itself. A function of the roll, the rules and why
/// the case closed, and of nothing else: three for and one against is »Vedtaget« by simple majority whoever counts it, and whenever.
/// </summary>
/// <param name="Whole">Its outcome is the result of the case.</param>
/// <param name="Each">In the order of the recommendations; empty for a case that is answered as a whole.</param>
public sealed record CaseCount(Tally Whole, IReadOnlyList<Tally> Each)
{
    /// <summary>What each recommendation came to; null for a case that is answered as a whole.</summary>
    public IReadOnlyList<Outcome>? Outcomes => Each.Count == 0 ? null : [.. Each.Select(one => one.Outcome)];

    /// <param name="roll">The seats with their answers.</param>
    /// <param name="rules">The forum's rules as they were frozen.</param>
    /// <param name="quorum">The forum's quorum as it was frozen.</param>
    /// <param name="separate">How many recommendations are answered each for itself; null where the case is answered as a whole.</param>
    /// <param name="because">Why the case closed; null while it is open.</param>
    public static CaseCount Of(
        IReadOnlyCollection<RollEntry> roll, WrittenProcedureRules rules, QuorumRule quorum, int? separate, ClosingReason? because)
    {
        var deadlinePassed = because is ClosingReason.Deadline;
        var whole = Tally.Of(roll, rules, quorum, deadlinePassed);
        if (separate is not { } recommendations)
            return new CaseCount(whole, []);

        List<Tally> each = [.. Enumerable.Range(1, recommendations).Select(number => Tally.Of(roll, rules, quorum, deadlinePassed, number))];
        return new CaseCount(whole with { Outcome = SeparateAnswers.Combine([.. each.Select(one => one.Outcome)]) }, each);
    }
}
