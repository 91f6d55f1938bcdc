using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Klynge.Teams.Tests.Support;

/// <summary>The channel's metadata server with keys of the test's own, which also signs tokens.</summary>
internal sealed class ChannelMetadata : IAsyncDisposable
{
    // Making a key takes long, telling keys apart takes an id: the channel's share one pair of numbers, strangers another.
    private static readonly RSA ChannelNumbers = RSA.Create(2048);
    private static readonly RSA StrangersNumbers = RSA.Create(2048);
    private readonly WebApplication _app;
    private readonly List<(RsaSecurityKey Key, JsonNode? Endorsements)> _published = [];
    private readonly Lock _lock = new();
    private volatile bool _isDown;
    private int _fetches;

    private ChannelMetadata(WebApplication app) => _app = app;

    public const string AppId = "11111111-1111-1111-1111-111111111111";
    public const string TenantId = "22222222-2222-2222-2222-222222222222";

    public string Address { get; private set; } = "";

    public int Fetches => Volatile.Read(ref _fetches);

    public bool IsDown
    {
        set => _isDown = value;
    }

    public RsaSecurityKey Key { get; private set; } = null!;

    /// <summary>Settings of a bot that trusts this server.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["MicrosoftAppId"] = AppId,
        ["MicrosoftAppPassword"] = "secret",
        ["MicrosoftAppTenantId"] = TenantId,
        ["BotOpenIdMetadata"] = $"{Address}/v1/.well-known/openidconfiguration",
    };

    public static async Task<ChannelMetadata> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new ChannelMetadata(app);
        app.MapGet("/v1/.well-known/openidconfiguration", server.Metadata);
        app.MapGet("/keys", server.Keys);
        await app.StartAsync(TestContext.Current.CancellationToken);
        server.Address = BotHost.AddressOf(app);
        server.Key = server.Publish(["msteams"]);
        return server;
    }

    /// <summary>Puts a new key on the list.</summary>
    public RsaSecurityKey Publish(JsonArray? endorsements)
    {
        var key = new RsaSecurityKey(ChannelNumbers) { KeyId = Guid.NewGuid().ToString("N") };
        lock (_lock)
            _published.Add((key, endorsements));
        return key;
    }

    /// <summary>Another channel is turned on for the bot: the key that signs from now on speaks for it, too.</summary>
    public void Endorse(string channel) => Key = Publish(["msteams", channel]);

    /// <summary>A key that is on no list: an attacker's own.</summary>
    public static RsaSecurityKey StrangersKey() => new(StrangersNumbers) { KeyId = Guid.NewGuid().ToString("N") };

    /// <summary>A new key takes the place of all others.</summary>
    public void Rotate()
    {
        lock (_lock)
            _published.Clear();
        Key = Publish(["msteams"]);
    }

    /// <summary>A token as the channel issues it, but for what the test changes.</summary>
    public string Token(Action<SecurityTokenDescriptor>? change = null, string? serviceUrl = Sample.ServiceUrl)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = "https://api.botframework.com",
            Audience = AppId,
            NotBefore = now.AddMinutes(-1),
            IssuedAt = now,
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        };
        if (serviceUrl is not null)
            descriptor.Claims["serviceurl"] = serviceUrl;
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private IResult Metadata()
    {
        Interlocked.Increment(ref _fetches);
        var metadata = new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = $"{Address}/keys" };
        return _isDown ? Results.StatusCode(500) : Results.Text(metadata.ToJsonString(), "application/json");
    }

    private IResult Keys()
    {
        lock (_lock)
        {
            var keys = new JsonArray([.. _published.Select(entry => Describe(entry.Key, entry.Endorsements))]);
            return Results.Text(new JsonObject { ["keys"] = keys }.ToJsonString(), "application/json");
        }
    }

    private static JsonObject Describe(RsaSecurityKey key, JsonNode? endorsements)
    {
        var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
        var described = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
        };
        if (endorsements is not null)
            described["endorsements"] = endorsements.DeepClone();
        return described;
    }
}
