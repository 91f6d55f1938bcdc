using Azure.Core;

namespace Klynge.Microsoft365.Graph;

/// <summary>The token that the stand-in expects. It opens nothing else, and hosts other than this machine's never see it.</summary>
internal sealed class SimulatedCredential : TokenCredential
{
    internal const string Token = "simulated-token";

    private static readonly AccessToken Access = new(Token, DateTimeOffset.MaxValue);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => Access;

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(Access);
}
