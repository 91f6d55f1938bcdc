using Klynge.Domain.Forums;

namespace Klynge.Domain.Deadlines;

/// <summary>Who is to see to a deadline: one person, or whoever has a role in the forum on the day. Neither: the secretariat.</summary>
public readonly record struct Responsible(PersonId? PersonId, Role? Role)
{
    public static Responsible Nobody => default;

    public static Responsible Of(PersonId person) => new(person, null);

    public static Responsible Of(Role role) => new(null, role);
}
