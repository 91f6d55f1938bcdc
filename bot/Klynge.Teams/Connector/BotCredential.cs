using Azure.Core;
using Azure.Identity;
using Klynge.Teams.Hosting;

namespace Klynge.Teams.Connector;

/// <summary>The bot's own identity towards the channel; none while it runs without a registration.</summary>
internal sealed record BotCredential(TokenCredential? Value)
{
    public static BotCredential From(TeamsBotOptions options) => new(options switch
    {
        { AppId: "" } => null,
        { AppType: BotAppType.UserAssignedMSI } => ManagedIdentity(options.AppId),
        { AppPassword: not "" } => new ClientSecretCredential(options.TenantId, options.AppId, options.AppPassword),
        _ => Federated(options),
    });

    private static ClientAssertionCredential Federated(TeamsBotOptions options)
    {
        var exchange = new TokenRequestContext(["api://AzureADTokenExchange/.default"]);
        var identity = ManagedIdentity(options.FederatedIdentityClientId);
        return new ClientAssertionCredential(
            options.TenantId, options.AppId, async token => (await identity.GetTokenAsync(exchange, token)).Token);
    }

    private static ManagedIdentityCredential ManagedIdentity(string clientId) =>
        new(clientId.Length == 0 ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId));
}
