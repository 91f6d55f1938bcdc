using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Klynge.Microsoft365.Graph;

/// <summary>
/// As whom the bot signs in to Graph: the same registration as towards Teams, so that there is one set of permissions to grant and one
/// identity to take away. A class, and without properties to print: it can hold the password.
/// </summary>
public sealed class GraphIdentity
{
    private readonly Func<TokenCredential> _create;

    private GraphIdentity(Func<TokenCredential> create) => _create = create;

    public static GraphIdentity None { get; } = new(() => throw new InvalidOperationException("Microsoft 365 is not set up."));

    /// <summary>Known to the stand-in, and to nobody else.</summary>
    public static GraphIdentity Simulated { get; } = new(() => new SimulatedCredential());

    /// <summary>By the Bot Framework's settings: a user-assigned identity, a password, or (without one) a managed identity that vouches.</summary>
    public static GraphIdentity Read(IConfiguration configuration)
    {
        var (tenant, app) = (configuration["MicrosoftAppTenantId"], configuration["MicrosoftAppId"]);
        if (string.Equals(configuration["MicrosoftAppType"], "UserAssignedMSI", StringComparison.OrdinalIgnoreCase))
            return new(() => Managed(app));

        return configuration["MicrosoftAppPassword"] is { Length: > 0 } password
            ? new(() => new ClientSecretCredential(tenant, app, password))
            : new(() => Federated(tenant, app, configuration["Klynge:FederatedIdentityClientId"]));
    }

    public static GraphIdentity Of(TokenCredential credential) => new(() => credential);

    public TokenCredential CreateCredential() => _create();

    public override string ToString() => nameof(GraphIdentity);

    private static ClientAssertionCredential Federated(string? tenant, string? app, string? identityClientId)
    {
        var exchange = new TokenRequestContext(["api://AzureADTokenExchange/.default"]);
        var identity = Managed(identityClientId);
        return new ClientAssertionCredential(tenant, app, async token => (await identity.GetTokenAsync(exchange, token)).Token);
    }

    private static ManagedIdentityCredential Managed(string? clientId) =>
        new(string.IsNullOrEmpty(clientId) ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId));
}

/// <summary>The last before the wire: no request leaves with a token for another host than Graph's, whoever put it together.</summary>
internal sealed class TokenGuard(GraphHosts hosts) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is not null && !hosts.IsGraph(request.RequestUri))
            throw new InvalidOperationException("A request with the token for Graph was about to go to another host.");

        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>The token that the stand-in expects. It opens nothing else, and hosts other than this machine's never see it.</summary>
internal sealed class SimulatedCredential : TokenCredential
{
    internal const string Token = "simulated-token";

    private static readonly AccessToken Access = new(Token, DateTimeOffset.MaxValue);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => Access;

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(Access);
}
