using System.Security.Claims;

namespace Klynge.Workspace.SignIn;

/// <summary>What a session claims. Nothing of a board stands in it: who somebody is there is asked anew at every request.</summary>
public static class Session
{
    /// <summary>The scheme of authentication by which pages know who comes.</summary>
    public const string Scheme = "arbejdsbord";

    /// <summary>The account's Entra object id.</summary>
    public const string ObjectId = "oid";

    /// <summary>The tenant that signed the account in.</summary>
    public const string Tenant = "tid";

    /// <summary>There is no sign-in: the person was chosen in Prøvebænk.</summary>
    public const string IsLocal = "local";

    public const string Yes = "true";

    /// <summary>The session's own id, made at each sign-in: nobody can hand somebody else a session and wait for them to sign in to it.</summary>
    private const string Id = "sid";

    /// <param name="proven">What a token says, once it has been validated.</param>
    /// <returns>Null where it names no person of a tenant.</returns>
    internal static ClaimsPrincipal? Of(ClaimsPrincipal proven) =>
        Guid.TryParse(proven.FindFirstValue(ObjectId), out var person) && Guid.TryParse(proven.FindFirstValue(Tenant), out var tenant)
            ? new(new ClaimsIdentity([new(ObjectId, person.ToString("D")), new(Tenant, tenant.ToString("D")), new(Id, Guid.NewGuid().ToString("N"))], Scheme))
            : null;
}
