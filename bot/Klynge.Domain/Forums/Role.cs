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
}

/// <summary>The Danish names of roles, as minutes and cards print them.</summary>
public static class RoleNames
{
    public static string Danish(this Role role) => role switch
    {
        Role.Member => "medlem",
        Role.CoChair => "medformand",
        Role.Chair => "formand",
        Role.Observer => "observatør",
        Role.Administrative => "administrativ deltager",
        Role.Secretariat => "sekretariat",
        Role.Guest => "gæst",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
