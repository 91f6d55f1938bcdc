using Klynge.Domain.Forums;

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
        {
            return Recognised.Nobody;
        }

        if ((byId ?? byEmail) is { } person && Place(person.Id) is { } placed)
        {
            return placed;
        }

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
        {
            return new Recognised(InvitationMatch.Member, person, seat.Id);
        }

        return seats.Any(other => other.SubstituteId == person) ? new Recognised(InvitationMatch.Substitute, person, null) : null;
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
