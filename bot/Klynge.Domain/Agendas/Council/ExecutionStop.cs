using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Agendas.Council;

/// <summary>
/// Standsningsret (kommunestyrelsesloven § 23): a member who was present at an item, wholly or partly (opinion 03.1.7), stops its decision from
/// being carried out by saying so before the meeting is adjourned. A decision on procedure cannot be stopped (03.1.1, 04.1.2, 99.1.3).
/// </summary>
/// <param name="Seat">The member's, also where a substitute sat in it.</param>
/// <param name="Name">Who said so, as the person was called then.</param>
public sealed record ExecutionStop(MemberId Seat, string Name, Instant At)
{
    /// <summary>The list that the seat was won on; null for none.</summary>
    public string? Party { get; init; }

    /// <summary>Where the right stands, as the body's rules said then; null where they did not say.</summary>
    public string? Source { get; init; }
}
