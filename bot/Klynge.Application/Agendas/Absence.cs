using Klynge.Domain.Forums;

namespace Klynge.Application.Agendas;

/// <summary>An apology that stands, as the agenda lists it.</summary>
/// <param name="Substitute">Who comes instead; null when nobody does.</param>
/// <param name="HasVote">Whether the seat counts among the members.</param>
public sealed record Absence(MemberId MemberId, string Name, string? Substitute, bool HasVote);
