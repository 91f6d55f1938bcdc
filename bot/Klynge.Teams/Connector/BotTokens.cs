using Azure.Core;
using Azure.Identity;
using Klynge.Teams.Hosting;

namespace Klynge.Teams.Connector;

/// <summary>The bot's token for the channel, kept until five minutes before it ends and fetched by one caller at a time.</summary>
internal sealed class BotTokens(BotCredential credential, TimeProvider time) : IDisposable
{
    private static readonly TokenRequestContext Scope = new(["https://api.botframework.com/.default"]);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private Cached? _cached;

    public bool HasCredential => credential.Value is not null;

    /// <exception cref="ConnectorException"><see cref="ConnectorFailure.Unauthorized"/>: Entra gave no token.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (IsFresh(_cached))
            return _cached!.Token;

        await _fetching.WaitAsync(cancellationToken);
        try
        {
            return IsFresh(_cached) ? _cached!.Token : (_cached = await FetchAsync(cancellationToken)).Token;
        }
        finally
        {
            _fetching.Release();
        }
    }

    /// <summary>The channel refused it: ask for another one next time.</summary>
    public void Drop() => _cached = null;

    public void Dispose() => _fetching.Dispose();

    private bool IsFresh(Cached? token) => token is not null && token.ExpiresOn - Margin > time.GetUtcNow();

    private async Task<Cached> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var token = await credential.Value!.GetTokenAsync(Scope, cancellationToken);
            return new Cached(token.Token, token.ExpiresOn);
        }
        catch (AuthenticationFailedException e)
        {
            throw new ConnectorException(ConnectorFailure.Unauthorized, null, "NoToken", "The bot got no token of its own.", e);
        }
    }

    private sealed record Cached(string Token, DateTimeOffset ExpiresOn);
}

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
