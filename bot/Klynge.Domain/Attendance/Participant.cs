using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Domain.Attendance;

/// <summary>
/// One line of the list of participants as the minutes print it: frozen when the meeting ends or when minutes are imported, so that
/// a later change of seats does not rewrite history.
/// </summary>
public sealed class Participant
{
    public ParticipantId Id { get; private init; } = ParticipantId.New();

    public required MeetingId MeetingId { get; init; }

    /// <summary>Null for a name that nobody on record answers to.</summary>
    public PersonId? PersonId { get; set; }

    public MemberId? MemberId { get; init; }

    public required string Name { get; init; }

    public string? Organisation { get; init; }

    public string? Title { get; init; }

    /// <summary>The party of the seat on the day of the meeting; null where it says nothing.</summary>
    public string? Party { get; init; }

    public required Role Role { get; init; }

    /// <summary>An apology stood when the meeting began.</summary>
    public bool Apology { get; set; }

    /// <summary>Whether the person was there; null while nobody has said.</summary>
    public bool? Attended { get; set; }

    /// <summary>Who was there instead.</summary>
    public string? SubstituteName { get; set; }

    public int Order { get; init; }
}

public readonly record struct ParticipantId(Guid Value) : IRecordId
{
    public static ParticipantId New() => new(Guid.CreateVersion7());
}
