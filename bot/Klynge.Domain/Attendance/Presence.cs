using Klynge.Domain.Common;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;

namespace Klynge.Domain.Attendance;

/// <summary>
/// How long one person was in a meeting, as its attendance reports say: the ground for a proposal, which the secretariat confirms. Who
/// came is what <see cref="Participant.Attended"/> says.
/// </summary>
public sealed class Presence
{
    public PresenceId Id { get; private init; } = PresenceId.New();

    public required MeetingId MeetingId { get; init; }

    /// <summary>What the person is known by in the reports. Once per meeting.</summary>
    public required string Address { get; init; }

    /// <summary>As the report shows it: a name, or a telephone number.</summary>
    public required string Name { get; set; }

    public required AttendanceKind Kind { get; set; }

    /// <summary>Whole minutes; 0 for somebody who came no further than the lobby.</summary>
    public required int Minutes { get; set; }

    public InvitationMatch Match { get; private set; } = InvitationMatch.Unknown;

    /// <summary>The line of the list of participants that it counts for; null while nobody knows, and for what is ignored.</summary>
    public ParticipantId? ParticipantId { get; private set; }

    public void Recognise(InvitationMatch match, ParticipantId? participant) => (Match, ParticipantId) = (match, participant);
}

public readonly record struct PresenceId(Guid Value) : IRecordId
{
    public static PresenceId New() => new(Guid.CreateVersion7());
}
