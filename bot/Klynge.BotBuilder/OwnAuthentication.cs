using System.Security.Claims;
using Klynge.BotBuilder.Sending;
using Klynge.Teams.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Klynge.BotBuilder;

/// <summary>
/// The SDK's place for authentication with this bot's own in it. The SDK's accepts a stranger's service URL when the claim agrees with it,
/// answers an unknown key with 500, and is off while the app id is empty. Here an activity is accepted only within a request whose caller
/// was checked already, and only what that caller may send; and what goes out carries this bot's token, to its own list of hosts.
/// </summary>
internal sealed class OwnAuthentication(IHttpContextAccessor requests, SdkClients clients) : BotFrameworkAuthentication
{
    private static readonly ClaimsIdentity Channel = new();

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var asked = new Teams.Activities.Activity { ServiceUrl = activity.ServiceUrl, ChannelId = activity.ChannelId };
        if (requests.HttpContext?.Features.Get<Caller>() is not { } caller || !caller.MaySend(asked))
            throw new UnauthorizedAccessException();

        return Task.FromResult(new AuthenticateRequestResult
        {
            ClaimsIdentity = Channel,
            CallerId = activity.CallerId,
            ConnectorFactory = clients,
        });
    }

    /// <summary>Neither web sockets nor named pipes are a way in.</summary>
    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) => throw new UnauthorizedAccessException();

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => clients;

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        Task.FromResult<UserTokenClient>(new NoUserTokens());

    /// <summary>The bot signs nobody in: who sends an activity is what the channel vouches for.</summary>
    private sealed class NoUserTokens : UserTokenClient
    {
        public override Task<TokenResponse> GetUserTokenAsync(
            string userId, string connectionName, string channelId, string magicCode, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<SignInResource> GetSignInResourceAsync(
            string connectionName, Activity activity, string finalRedirect, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task SignOutUserAsync(string userId, string connectionName, string channelId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task<TokenStatus[]> GetTokenStatusAsync(
            string userId, string channelId, string includeFilter, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(
            string userId, string connectionName, string[] resourceUrls, string channelId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<TokenResponse> ExchangeTokenAsync(
            string userId, string connectionName, string channelId, TokenExchangeRequest exchangeRequest, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
