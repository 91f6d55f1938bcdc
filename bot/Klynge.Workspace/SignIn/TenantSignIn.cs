using System.Security.Claims;
using Klynge.Teams.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Klynge.Workspace.SignIn;

/// <summary>
/// How somebody in a tenant signs in: in Teams by the token that Teams has for the page, in a browser by OpenID Connect. Either way what is
/// kept is a session of our own, and tokens are forgotten.
/// </summary>
public static class TenantSignIn
{
    internal const string Teams = "teams";
    internal const string Browser = "browser";

    internal const string CallbackPath = "/arbejdsbord/svar";

    /// <summary>What the page in Teams is registered to ask for; a program that signs in as itself has no such scope.</summary>
    private const string Scope = "access_as_user";

    /// <summary>A working day.</summary>
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(8);

    public static IServiceCollection AddWorkspaceSignIn(this IServiceCollection services, WorkspaceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings).AddSingleton<AllowedTenants>();
        var authentication = services.AddAuthentication(Session.Scheme)
            .AddCookie(Session.Scheme, KeepSession)
            .AddJwtBearer(Teams, options => TrustTeams(options, settings));
        if (settings.ClientSecret is not null)
            authentication.AddOpenIdConnect(Browser, options => AskBrowser(options, settings));

        services.Configure<AntiforgeryOptions>(options => Frame(options.Cookie, "__Host-Klynge.Antiforgery"));
        return services;
    }

    /// <summary>A cookie that a page in Teams' frame gets back, and that no page of another site's frame does: it belongs to the site at the top, too.</summary>
    private static void Frame(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.Path = "/";
        cookie.SecurePolicy = CookieSecurePolicy.Always;
        cookie.SameSite = SameSiteMode.None;
        cookie.Extensions.Add("Partitioned");
    }

    private static void KeepSession(CookieAuthenticationOptions options)
    {
        Frame(options.Cookie, "__Host-Klynge");
        options.ExpireTimeSpan = SessionLength;
        options.SlidingExpiration = false;
        options.Events.OnRedirectToLogin = SendToSignInAsync;
        options.Events.OnValidatePrincipal = async context =>
        {
            if (!context.HttpContext.RequestServices.GetRequiredService<AllowedTenants>().LetIn(context.Principal))
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(Session.Scheme);
            }
        };
    }

    /// <summary>A frame cannot show Entra's sign-in, and has Teams around it; a page of its own has no Teams to ask.</summary>
    private static Task SendToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var settings = context.HttpContext.RequestServices.GetRequiredService<WorkspaceSettings>();
        var isFramed = request.Headers["Sec-Fetch-Dest"] == "iframe";
        var way = isFramed || settings.ClientSecret is null ? SignInEndpoints.TeamsPath : SignInEndpoints.BrowserPath;
        context.Response.Redirect($"{way}?til={Uri.EscapeDataString(request.Path + request.QueryString)}");
        return Task.CompletedTask;
    }

    private static void TrustTeams(JwtBearerOptions options, WorkspaceSettings settings)
    {
        options.Authority = settings.Authority.AbsoluteUri;
        options.RequireHttpsMetadata = !settings.Authority.IsLoopback;
        options.MapInboundClaims = false;
        options.TokenValidationParameters.ValidAudience = settings.Audience;
        options.TokenValidationParameters.ValidIssuers = IssuersOf(settings);
        options.TokenValidationParameters.ValidTypes = ["JWT", "at+jwt"];
        options.Events = new()
        {
            OnTokenValidated = context =>
            {
                if (context.Principal?.FindFirstValue("scp")?.Split(' ').Contains(Scope, StringComparer.Ordinal) != true)
                    context.Fail("The token is not a person's, or not for this page.");

                return Task.CompletedTask;
            },
        };
    }

    private static void AskBrowser(OpenIdConnectOptions options, WorkspaceSettings settings)
    {
        options.Authority = settings.Authority.AbsoluteUri;
        options.RequireHttpsMetadata = !settings.Authority.IsLoopback;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.CallbackPath = CallbackPath;
        options.SignInScheme = Session.Scheme;
        options.ResponseType = OpenIdConnectResponseType.Code;

        // The answer comes by a link that is followed, so the cookies of the question need not go with other sites' forms.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        (options.CorrelationCookie.SameSite, options.NonceCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
        (options.CorrelationCookie.SecurePolicy, options.NonceCookie.SecurePolicy) = (CookieSecurePolicy.Always, CookieSecurePolicy.Always);
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.TokenValidationParameters.ValidIssuers = IssuersOf(settings);
        options.Events = new()
        {
            OnTokenValidated = context =>
            {
                context.Principal = Session.Of(context.Principal!);
                if (!context.HttpContext.RequestServices.GetRequiredService<AllowedTenants>().LetIn(context.Principal))
                    context.Fail("The account is of another tenant.");

                return Task.CompletedTask;
            },
            OnRemoteFailure = async context =>
            {
                context.HandleResponse();
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                context.Response.ContentType = "text/plain; charset=utf-8";
                await context.Response.WriteAsync(WorkspaceTexts.BrowserSignInFailed, context.HttpContext.RequestAborted);
            },
        };
    }

    /// <summary>Beside the one that the authority's metadata names.</summary>
    private static string[] IssuersOf(WorkspaceSettings settings) =>
        settings.IsEntra ? [$"https://sts.windows.net/{settings.TenantId}/", $"https://login.microsoftonline.com/{settings.TenantId}/v2.0"] : [];
}

/// <summary>Whose accounts are let in: those of the tenants that the bot serves, and of its own where it serves all.</summary>
internal sealed class AllowedTenants(TeamsBotOptions bot)
{
    internal bool LetIn(ClaimsPrincipal? session) =>
        session?.FindFirstValue(Session.Tenant) is { } tenant
        && (bot.AllowedTenants.Count > 0 ? bot.AllowedTenants : [bot.TenantId]).Contains(tenant, StringComparer.OrdinalIgnoreCase);
}
