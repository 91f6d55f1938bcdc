using System.Net.Http.Json;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>A real OpenID Connect server on loopback, which signs in whoever the test says and writes tokens as the test asks for them.</summary>
internal sealed class OpenIdServer : IAsyncDisposable
{
    internal const string Client = "web";
    internal const string Secret = "a-secret-of-the-test";

    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private OpenIdServer(WebApplication app) => (_app, _client) = (app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });

    internal Uri Url => new(_app.Urls.First());

    /// <summary>Whom the browser's sign-in is for.</summary>
    internal Account SignsIn { get; set; } = new(Guid.NewGuid().ToString(), Guid.NewGuid().ToString());

    /// <param name="key">Another server's, to sign as it does under another name; null for one of its own.</param>
    internal static async Task<OpenIdServer> StartAsync(RSA? key = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        OpenIdServer? server = null;
        builder.Services.AddOpenIddict().AddServer(options => Configure(options, key ?? RSA.Create(2048)));
        builder.Services.AddAuthentication();
        var app = builder.Build();
        app.UseAuthentication();
        app.MapPost("connect/token", (Delegate)IssueAsync);
        app.MapGet("connect/authorize", (HttpContext context) =>
            SignIn(Principal(server!.SignsIn.ObjectId, server.SignsIn.Tenant, scp: null, context.GetOpenIddictServerRequest()!.GetScopes())));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server = new OpenIdServer(app);
    }

    /// <summary>What Teams would have got for its page.</summary>
    internal async Task<string> TokenAsync(Account account, string audience, string? scp = "access_as_user", TimeSpan? lifetime = null)
    {
        using var answer = await _client.PostAsync(
            "connect/token",
            new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = Client,
                ["client_secret"] = Secret,
                ["oid"] = account.ObjectId,
                ["tid"] = account.Tenant,
                ["aud"] = audience,
                ["scp"] = scp ?? string.Empty,
                ["seconds"] = ((int)(lifetime ?? TimeSpan.FromHours(1)).TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture),
            }),
            TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("access_token").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    private static void Configure(OpenIddictServerBuilder options, RSA key)
    {
        options.EnableDegradedMode()
            .SetTokenEndpointUris("connect/token").SetAuthorizationEndpointUris("connect/authorize")
            .AllowClientCredentialsFlow().AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
            .RegisterScopes("openid", "profile")
            .AddEphemeralEncryptionKey().AddSigningKey(new RsaSecurityKey(key)).DisableAccessTokenEncryption()
            .UseAspNetCore().EnableTokenEndpointPassthrough().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
        options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != Client || context.RedirectUri?.EndsWith("/arbejdsbord/svar", StringComparison.Ordinal) != true)
                context.Reject("invalid_client");

            return default;
        }));
        options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != Client || context.ClientSecret != Secret)
                context.Reject("invalid_client");

            return default;
        }));
    }

    private static async Task<IResult> IssueAsync(HttpContext context)
    {
        var asked = context.GetOpenIddictServerRequest()!;
        if (asked.IsAuthorizationCodeGrantType())
            return SignIn((await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!);

        var principal = Principal((string?)asked["oid"], (string?)asked["tid"], (string?)asked["scp"], []);
        principal.SetResources((string)asked["aud"]!);
        principal.SetAccessTokenLifetime(TimeSpan.FromSeconds((long)asked["seconds"]!));
        return SignIn(principal);
    }

    private static ClaimsPrincipal Principal(string? objectId, string? tenant, string? scp, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity("test", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, objectId).SetClaim("oid", objectId).SetClaim("tid", tenant).SetClaim("scp", scp);
        identity.SetScopes(scopes);
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken]);
        return new(identity);
    }

    private static IResult SignIn(ClaimsPrincipal principal) =>
        Results.SignIn(principal, properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
}

/// <summary>An account as Entra knows it.</summary>
internal sealed record Account(string ObjectId, string Tenant);
