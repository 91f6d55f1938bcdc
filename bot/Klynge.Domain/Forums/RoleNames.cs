namespace Klynge.Domain.Forums;

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
