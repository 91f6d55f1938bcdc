using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.Forums;

/// <summary>What one person may do in one forum on one day, from the seats that the person has or stands in for.</summary>
public sealed class ForumAccess
{
    private readonly List<ForumMember> _own;
    private readonly List<ForumMember> _standsInFor;
    private readonly IReadOnlyCollection<Permission> _ofSystem = [];

    /// <param name="person">The person asked about.</param>
    /// <param name="forum">The forum asked about.</param>
    /// <param name="seats">Any seats; those of other forums and people, and those not active on <paramref name="date"/>, are left out.</param>
    /// <param name="date">Danish date.</param>
    public ForumAccess(PersonId person, ForumId forum, IEnumerable<ForumMember> seats, LocalDate date)
    {
        (PersonId, ForumId) = (person, forum);
        var active = seats.Where(seat => seat.ForumId == forum && seat.IsActive(date)).ToList();
        _own = [.. active.Where(seat => seat.PersonId == person)];
        _standsInFor = [.. active.Where(seat => seat.HasSubstitute(person))];
    }

    private ForumAccess(ForumId forum, IReadOnlyCollection<Permission> ofSystem) => (ForumId, _own, _standsInFor, _ofSystem) = (forum, [], [], ofSystem);

    public PersonId PersonId { get; }

    public ForumId ForumId { get; }

    /// <summary>The person's own seats, usually one.</summary>
    public IReadOnlyList<ForumMember> Own => _own;

    /// <summary>Seats that name the person as substitute.</summary>
    public IReadOnlyList<ForumMember> StandsInFor => _standsInFor;

    /// <summary>Whether the person belongs to the forum at all.</summary>
    public bool IsInForum => _own.Count > 0 || _standsInFor.Count > 0;

    public bool IsSecretariat => _own.Exists(seat => seat.Role == Role.Secretariat);

    /// <summary>What happens by the clock or by what the channel tells has no seat: it may do what its row of the table of rights declares.</summary>
    public static ForumAccess OfSystem(ForumId forum, IReadOnlyCollection<Permission> may) => new(forum, may);

    /// <summary>
    /// A substitute reads and proposes as whoever holds the seat, since it can become theirs at any time: a chair's as a member does, an
    /// observer's no more than the observer.
    /// </summary>
    public bool May(Permission permission) =>
        _ofSystem.Contains(permission) || _own.Exists(seat => seat.Role.May(permission)) || _standsInFor.Exists(seat => seat.Role.OfSubstitute().May(permission));

    /// <summary>Why the person may not: to somebody who has nothing to do with the forum it is as if there were none, its name included.</summary>
    public Error Refuse(Forum forum)
    {
        ArgumentNullException.ThrowIfNull(forum);
        return IsInForum ? new NotAllowed(forum.Name) : new ForumNotFound();
    }

    /// <summary>Whose apology the person may send: their own, the member's whose substitute they are, whatever number in the order, and everybody's with the permission.</summary>
    public bool MaySpeakFor(ForumMember seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return seat.IsOf(PersonId) || May(Permission.RegisterApologyForOthers);
    }
}
