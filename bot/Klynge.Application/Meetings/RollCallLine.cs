using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;

namespace Klynge.Application.Meetings;

/// <summary>One person in the question who came.</summary>
/// <param name="IsThere">What was said, or else what is presumed: everybody without an apology came, except guests.</param>
internal sealed record RollCallLine(Guid Id, string Name, Role Role, bool Apology, string? Substitute, bool IsThere, int Order)
{
    internal static RollCallLine Of(Participant participant) => new(
        participant.Id,
        participant.Name,
        participant.Role,
        participant.Apology,
        participant.SubstituteName,
        participant.Attended ?? (!participant.Apology && participant.Role != Role.Guest),
        participant.Order);
}
