using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Invitations;

/// <summary>One person invited to a meeting in the calendar, with the latest answer that is known.</summary>
public sealed class Invitation
{
    public InvitationId Id { get; private init; } = InvitationId.New();

    public required MeetingId MeetingId { get; init; }

    /// <summary>What the person is known by in the calendar, see <see cref="AttendeeAddress"/>. Once per meeting.</summary>
    public required string Address { get; init; }

    /// <summary>The name as the invitation shows it.</summary>
    public required string Name { get; set; }

    public InvitationMatch Match { get; private set; } = InvitationMatch.Unknown;

    /// <summary>The person on record; null for a guest whom nobody has on record, and while nobody knows.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>The seat, for a member.</summary>
    public MemberId? MemberId { get; private set; }

    public InvitationResponse Response { get; private set; }

    /// <summary>When the person gave <see cref="Response"/>; null while there is none.</summary>
    public Instant? RespondedAt { get; private set; }

    /// <summary>The meeting has been moved since the answer: it stands, but says nothing of the new time.</summary>
    public bool IsForEarlierTime { get; private set; }

    /// <summary>No longer invited.</summary>
    public bool IsRemoved { get; set; }

    public void Recognise(InvitationMatch match, PersonId? person, MemberId? member) => (Match, PersonId, MemberId) = (match, person, member);

    /// <summary>
    /// Takes an answer in. »No answer« and anything given before what is known already change nothing, so that answers may be heard of in
    /// any order and any number of times. Of two at the very same instant the one that says less for coming counts.
    /// </summary>
    /// <returns>Whether it is news.</returns>
    public bool Answer(InvitationResponse response, Instant at)
    {
        var isOlder = RespondedAt is { } known && (at < known || (at == known && response <= Response));
        if (response == InvitationResponse.None || isOlder)
            return false;

        (Response, RespondedAt, IsForEarlierTime) = (response, at, false);
        return true;
    }

    /// <summary>The meeting has been moved: what was answered was for another time.</summary>
    public void MeetingMoved() => IsForEarlierTime = Response != InvitationResponse.None;
}

public readonly record struct InvitationId(Guid Value) : IRecordId
{
    public static InvitationId New() => new(Guid.CreateVersion7());
}

/// <summary>What a person has answered to an invitation in the calendar.</summary>
public enum InvitationResponse
{
    /// <summary>Nothing; also what Exchange falls back to when an event is sent out anew, so it never undoes an earlier answer.</summary>
    None = 0,

    /// <summary>Deltager.</summary>
    Accepted = 1,

    /// <summary>Måske.</summary>
    Tentative = 2,

    /// <summary>Deltager ikke.</summary>
    Declined = 3,
}
