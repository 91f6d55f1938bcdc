using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Invitations;

/// <summary>
/// Recognises invited people among those on record: by object id, then by e-mail, exactly; then by what the secretariat has answered
/// before. Never by name, and where the two point at different people, by neither.
/// </summary>
/// <param name="seats">The forum's seats on the day of the meeting, with their people and substitutes.</param>
/// <param name="people">Everybody on record who has one of the addresses in question.</param>
/// <param name="known">The secretariat's answers in this forum.</param>
public sealed class AttendeeMatcher(
    IReadOnlyCollection<ForumMember> seats, IReadOnlyCollection<Person> people, IReadOnlyCollection<KnownAttendee> known)
{
    public Recognised Match(string? email, string? objectId)
    {
        var byId = Find(objectId, person => person.EntraObjectId);
        var byEmail = Find(email, person => person.Email);
        if (byId is not null && byEmail is not null && byId.Id != byEmail.Id)
            return Recognised.Nobody;

        if ((byId ?? byEmail) is { } person && Place(person.Id) is { } placed)
            return placed;

        var address = AttendeeAddress.Of(email, objectId);
        return known.FirstOrDefault(one => one.Address == address) switch
        {
            { Match: InvitationMatch.Member, PersonId: { } answered } => Place(answered) ?? Recognised.Nobody,
            { Match: InvitationMatch.Guest } => new Recognised(InvitationMatch.Guest, (byId ?? byEmail)?.Id, null),
            { Match: InvitationMatch.Ignored or InvitationMatch.Room } nobody => new Recognised(nobody.Match, null, null),
            _ => Recognised.Nobody,
        };
    }

    private Recognised? Place(PersonId person)
    {
        if (seats.Where(seat => seat.PersonId == person).OrderByDescending(seat => seat.HasVote).FirstOrDefault() is { } seat)
            return new Recognised(InvitationMatch.Member, person, seat.Id);

        return seats.Any(other => other.HasSubstitute(person)) ? new Recognised(InvitationMatch.Substitute, person, null) : null;
    }

    private Person? Find(string? value, Func<Person, string?> property) => AttendeeAddress.Normalised(value) is { } wanted
        ? people.FirstOrDefault(person => string.Equals(property(person), wanted, StringComparison.OrdinalIgnoreCase))
        : null;
}

/// <summary>Whom the board takes somebody for.</summary>
public sealed record Recognised(InvitationMatch Match, PersonId? PersonId, MemberId? MemberId)
{
    /// <summary>A question for the secretariat.</summary>
    public static Recognised Nobody { get; } = new(InvitationMatch.Unknown, null, null);
}

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

/// <summary>
/// What somebody is known by in a calendar or an attendance report: the e-mail, else the object id, both trimmed and in lower case. A name
/// is no address: names are misspelt, and two people share one.
/// </summary>
public static class AttendeeAddress
{
    /// <returns>Null where there is neither.</returns>
    public static string? Of(string? email, string? objectId) => Normalised(email) ?? Normalised(objectId);

    public static string? Normalised(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ToLowerInvariant();
}

/// <summary>Whom the board takes an invited person for.</summary>
public enum InvitationMatch
{
    /// <summary>Nobody knows yet; the secretariat has been asked.</summary>
    Unknown = 1,

    /// <summary>Somebody with a seat in the forum on the day of the meeting.</summary>
    Member = 2,

    /// <summary>The substitute on record of somebody with a seat.</summary>
    Substitute = 3,

    /// <summary>Gæst, as the secretariat has said.</summary>
    Guest = 4,

    /// <summary>Nobody to keep account of (a room, a mailing list, an assistant), as the secretariat has said.</summary>
    Ignored = 5,

    /// <summary>A room that was booked with the meeting, or that was in it by its own equipment: nobody, and perhaps several people.</summary>
    Room = 6,
}
