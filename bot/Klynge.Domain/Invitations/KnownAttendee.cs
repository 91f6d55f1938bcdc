using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Invitations;

/// <summary>What the secretariat answered to the question who somebody is, remembered for the forum's next meetings.</summary>
public sealed class KnownAttendee
{
    public required ForumId ForumId { get; init; }

    /// <inheritdoc cref="Invitation.Address"/>
    public required string Address { get; init; }

    /// <summary><see cref="InvitationMatch.Member"/>, <see cref="InvitationMatch.Guest"/>, <see cref="InvitationMatch.Room"/> or <see cref="InvitationMatch.Ignored"/>.</summary>
    public required InvitationMatch Match { get; set; }

    /// <summary>Who it is, for a member.</summary>
    public PersonId? PersonId { get; set; }

    public PersonId? AnsweredById { get; set; }

    public required Instant AnsweredAt { get; set; }
}
