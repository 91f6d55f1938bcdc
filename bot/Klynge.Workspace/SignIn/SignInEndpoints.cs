using Klynge.Workspace.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Workspace.SignIn;

/// <summary>The ways in and out of the workspace of a tenant.</summary>
public static class SignInEndpoints
{
    internal const string TeamsPath = "/arbejdsbord/teams";
    internal const string BrowserPath = "/arbejdsbord/log-ind";
    internal const string SignOutPath = "/arbejdsbord/log-ud";

    private const string Home = "/arbejdsbord";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(TeamsPath, (string? til, WorkspaceSettings settings) => new RazorComponentResult<TeamsSignIn>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["Next"] = Within(til), ["Browser"] = settings.ClientSecret is null ? null : BrowserAddress(til) }));
        endpoints.MapPost(TeamsPath, (Delegate)FromTeamsAsync);
        endpoints.MapGet(BrowserPath, (string? til, WorkspaceSettings settings) => settings.ClientSecret is null
            ? Results.Redirect(TeamsPath)
            : Results.Challenge(new() { RedirectUri = Within(til) }, [TenantSignIn.Browser]));
        endpoints.MapPost(SignOutPath, async (HttpContext context) =>
        {
            await context.SignOutAsync(Session.Scheme);
            return new RazorComponentResult<SignedOut>();
        });
    }

    /// <summary>Where somebody wanted to go, as long as it is a page of this host: the address was written by whoever made the link.</summary>
    internal static string Within(string? wanted) =>
        wanted is ['/', ..] && !wanted.StartsWith("//", StringComparison.Ordinal) && !wanted.Contains('\\', StringComparison.Ordinal) && !wanted.Any(char.IsControl)
            ? wanted
            : Home;

    private static string BrowserAddress(string? til) => $"{BrowserPath}?til={Uri.EscapeDataString(Within(til))}";

    private static async Task<IResult> FromTeamsAsync(HttpContext context)
    {
        var proven = await context.AuthenticateAsync(TenantSignIn.Teams);
        if (proven.Principal is not { } principal || Session.Of(principal) is not { } session)
            return Results.Unauthorized();

        if (!context.RequestServices.GetRequiredService<AllowedTenants>().LetIn(session))
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        await context.SignInAsync(Session.Scheme, session);
        return Results.NoContent();
    }
}
