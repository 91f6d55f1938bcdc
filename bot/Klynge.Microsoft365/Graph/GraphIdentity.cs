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
        {
            return new(() => Managed(app));
        }

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
