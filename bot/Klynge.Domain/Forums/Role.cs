namespace Klynge.Domain.Forums;

/// <summary>What a person is in a forum. What a role may do stands in <see cref="Permissions"/> and nowhere else.</summary>
public enum Role
{
    /// <summary>Medlem.</summary>
    Member = 1,

    /// <summary>Medformand: one of the two or more who lead the forum together. A member with the chair's permissions.</summary>
    CoChair = 2,

    /// <summary>Formand.</summary>
    Chair = 3,

    /// <summary>Observatør: is there and hears, without a vote.</summary>
    Observer = 4,

    /// <summary>Administrativ deltager.</summary>
    Administrative = 5,

    /// <summary>Sekretariat.</summary>
    Secretariat = 6,

    /// <summary>Gæst: invited to one meeting or one item.</summary>
    Guest = 7,

    /// <summary>Næstformand: a member who acts with the chair's rights when the chair is away. An office of its own, no <see cref="CoChair"/>.</summary>
    DeputyChair = 8,
}

/// <summary>Groups of roles that rules ask about.</summary>
public static class Roles
{
    /// <summary>Whoever sits there is a member, with whatever office.</summary>
    public static bool IsMember(this Role role) => role is Role.Member or Role.CoChair or Role.Chair or Role.DeputyChair;

    /// <summary>Leads the forum, or does when the chair is away.</summary>
    public static bool Leads(this Role role) => role is Role.CoChair or Role.Chair or Role.DeputyChair;

    /// <summary>
    /// Those of a forum's seats who lead it now: its chairs and co-chairs; the deputy chair where none of them is there. In a forum
    /// of a chair and a deputy the deputy is asked on the day when the chair has an apology or the seat is empty, and not before.
    /// </summary>
    /// <param name="seats">The forum's seats of the day.</param>
    /// <param name="isAway">Whether a seat's holder is away from what is asked about.</param>
    public static IReadOnlyList<ForumMember> InLead(this IEnumerable<ForumMember> seats, Func<ForumMember, bool> isAway)
    {
        var leads = seats.Where(seat => seat.Role.Leads()).ToList();
        var chairs = leads.FindAll(seat => seat.Role != Role.DeputyChair);
        var there = leads.FindAll(seat => !isAway(seat));
        return there.Exists(seat => seat.Role != Role.DeputyChair) ? chairs : there.Count > 0 ? [.. chairs, .. there] : leads;
    }
}

/// <summary>The Danish names of roles, as minutes and cards print them.</summary>
public static class RoleNames
{
    public static string Danish(this Role role) => role switch
    {
        Role.Member => "medlem",
        Role.CoChair => "medformand",
        Role.Chair => "formand",
        Role.DeputyChair => "næstformand",
        Role.Observer => "observatør",
        Role.Administrative => "administrativ deltager",
        Role.Secretariat => "sekretariat",
        Role.Guest => "gæst",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
