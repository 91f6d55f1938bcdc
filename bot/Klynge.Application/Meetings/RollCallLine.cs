using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;

namespace Klynge.Application.Meetings;

/// <summary>One person in the question who came.</summary>
/// <param name="IsThere">
/// What was said; else what the attendance report proposes; else what is presumed: everybody without an apology came, except guests.
/// </param>
/// <param name="Evidence">What the attendance report says of the person; null where there is none.</param>
internal sealed record RollCallLine(
    Guid Id, string Name, Role Role, bool Apology, string? Substitute, bool IsThere, int Order, string? Evidence = null)
{
    internal static RollCallLine Of(Participant participant) => new(
        participant.Id,
        participant.Name,
        participant.Role,
        participant.Apology,
        participant.SubstituteName,
        participant.Attended ?? (!participant.Apology && participant.Role != Role.Guest),
        participant.Order);

    /// <param name="participant">The line of the list of participants.</param>
    /// <param name="own">How long the person was there; null for no trace in the report.</param>
    /// <param name="substitute">How long the substitute was there; null for none.</param>
    /// <param name="needed">Minutes that make somebody a participant.</param>
    /// <param name="mayBeInRoom">The person said yes to a meeting in which a room was.</param>
    internal static RollCallLine Of(Participant participant, Presence? own, Presence? substitute, int needed, bool mayBeInRoom)
    {
        var proposal = AttendanceRules.Propose(participant.Apology, own?.Minutes, needed, mayBeInRoom);
        var isThere = proposal is AttendanceProposal.Came or AttendanceProposal.CameDespiteApology;
        return Of(participant) with
        {
            IsThere = participant.Attended ?? isThere,
            Substitute = participant.SubstituteName ?? substitute?.Name,
            Evidence = Texts.Evidence(proposal, own?.Minutes, substitute?.Minutes),
        };
    }
}
