using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Agendas.Council;

/// <summary>
/// Afvigende mening (kommunestyrelsesloven § 13, stk. 2): what a member who attended an item wants the minutes to say briefly of another view.
/// When the case goes on to another authority the member can have it go along, with the reasons for it.
/// </summary>
/// <param name="Seat">The member's, also where a substitute sat in it.</param>
/// <param name="Name">Whose view it is, as the person was called then.</param>
/// <param name="Text">»Jeg finder, at planen skal i høring først.«</param>
public sealed record DissentingOpinion(DissentId Id, MemberId Seat, string Name, string Text, Instant At)
{
    /// <summary>Briefly (»kort«): longer reasons go along with the case.</summary>
    public const int MaxTextLength = 600;

    public const int MaxReasonLength = 4_000;

    /// <summary>The list that the seat was won on; null for none.</summary>
    public string? Party { get; init; }

    /// <summary>The body where it was said, as it was called then: »Sundhedsråd Nord«.</summary>
    public required string Forum { get; init; }

    /// <summary>The meeting where it was said.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>It goes along where the case goes on.</summary>
    public bool GoesAlong { get; init; }

    /// <summary>The reasons that go along; null for none. The minutes of the meeting itself do not print them.</summary>
    public string? Reason { get; init; }

    /// <summary>It came here with the case, from a meeting before.</summary>
    public bool CameAlong { get; init; }

    /// <summary>What goes along with a case from the meeting where it was to where it goes on, in the order it came.</summary>
    public static IReadOnlyList<DissentingOpinion> Along(IEnumerable<DissentingOpinion> opinions) =>
        [.. opinions.Where(one => one.GoesAlong).Select(one => one with { CameAlong = true })];

    /// <summary>The opinions of an item with this one in the place of what the seat had said there before; the same words again change nothing.</summary>
    public static IReadOnlyList<DissentingOpinion> Put(IReadOnlyList<DissentingOpinion> opinions, DissentingOpinion opinion)
    {
        ArgumentNullException.ThrowIfNull(opinions);
        ArgumentNullException.ThrowIfNull(opinion);
        if (opinions.FirstOrDefault(one => one.IsOf(opinion.Seat)) is not { } before)
            return [.. opinions, opinion];

        return before with { Id = opinion.Id, At = opinion.At } == opinion
            ? opinions
            : [.. opinions.Select(one => one == before ? opinion with { Id = before.Id } : one)];
    }

    /// <summary>Whether it was said at this meeting from the seat.</summary>
    public bool IsOf(MemberId seat) => !CameAlong && Seat == seat;
}

public readonly record struct DissentId(Guid Value) : IRecordId
{
    public static DissentId New() => new(Guid.CreateVersion7());
}
