using Klynge.Domain.Forums;

namespace Klynge.Application.Agendas;

/// <summary>An apology that stands, as the agenda lists it.</summary>
/// <param name="Substitute">Who comes instead; null when nobody does.</param>
/// <param name="HasVote">Whether the seat counts among the members.</param>
/// <param name="Asked">The substitute who has been asked and has not answered; null for nobody.</param>
public sealed record Absence(MemberId MemberId, string Name, string? Substitute, bool HasVote, string? Asked = null);
