namespace Klynge.Bot.Workbench.Connector;

/// <summary>A member as Teams' roster tells it.</summary>
internal sealed record MemberAccount(
    string Id,
    string Name,
    string AadObjectId,
    string ObjectId,
    string GivenName,
    string Surname,
    string Email,
    string UserPrincipalName,
    string TenantId,
    string UserRole)
{
    public static MemberAccount Of(WorkbenchPerson person, string tenant)
    {
        var split = person.Name.LastIndexOf(' ');
        var given = split < 0 ? person.Name : person.Name[..split];
        var surname = split < 0 ? string.Empty : person.Name[(split + 1)..];
        return new MemberAccount(
            person.Id, person.Name, person.AadObjectId, person.AadObjectId, given, surname, person.Email, person.Email, tenant, "user");
    }
}
