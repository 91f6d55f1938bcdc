using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Klynge.Benchmarks.Votes;

/// <summary>The channel's key server with a key of our own, so that every vote is authenticated as in real life.</summary>
internal sealed class SigningChannel : IAsyncDisposable
{
    internal const string AppId = "11111111-1111-1111-1111-111111111111";
    internal const string TenantId = "22222222-2222-2222-2222-222222222222";
    internal const string ServiceUrl = "https://smba.trafficmanager.net/emea";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "benchmark" };
    private readonly WebApplication _app;

    private SigningChannel(WebApplication app) => _app = app;

    private string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The settings of a bot that trusts this channel.</summary>
    internal Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppId"] = AppId,
        ["MicrosoftAppPassword"] = "unused",
        ["MicrosoftAppTenantId"] = TenantId,
        ["BotOpenIdMetadata"] = $"{Address}/metadata",
        ["Logging__LogLevel__Default"] = "Warning",

        // The limits stay on, far above what a few hundred voters at full speed send.
        ["Klynge__RequestsPerPerson"] = "1000000",
        ["Klynge__RequestsPerTenant"] = "100000000",
    };

    internal static async Task<SigningChannel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var channel = new SigningChannel(app);
        app.MapGet("/metadata", () => Json(new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = $"{channel.Address}/keys" }));
        app.MapGet("/keys", () => Json(new JsonObject { ["keys"] = new JsonArray(channel.Describe()) }));
        await app.StartAsync();
        return channel;
    }

    internal string Token()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "https://api.botframework.com",
            Audience = AppId,
            NotBefore = now.AddMinutes(-1),
            Expires = now.AddHours(2),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["serviceurl"] = ServiceUrl },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(), "application/json");

    private JsonObject Describe()
    {
        var numbers = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = _key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
            ["endorsements"] = new JsonArray("msteams"),
        };
    }
}
