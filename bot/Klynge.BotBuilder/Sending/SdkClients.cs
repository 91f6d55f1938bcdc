using Klynge.Teams.Connector;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Rest;
using ConnectorClient = Microsoft.Bot.Connector.ConnectorClient;

namespace Klynge.BotBuilder.Sending;

/// <summary>
/// The SDK's clients on top of <see cref="ConnectorTransport"/>: they write the address and the body of a call, and everything after that
/// (which hosts, this bot's token, the conversation's pace, retries, what a failure means) is as without them.
/// </summary>
internal sealed class SdkClients(ConnectorTransport transport) : ConnectorFactory
{
    /// <summary>Names nothing, so that a service URL that cannot be read fails at its host's check and not before.</summary>
    private static readonly Uri Nowhere = new("https://nowhere.invalid/");

    /// <summary>For the SDK's own use within a turn.</summary>
    public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
        Task.FromResult<IConnectorClient>(Open(serviceUrl));

    public ConnectorClient Open(string? serviceUrl, string? thread = null, SendTurn? turn = null, TimeSpan? within = null)
    {
        var client = new ConnectorClient(AddressOf(serviceUrl), new NoCredentials(), Http(serviceUrl, thread, turn, within), disposeHttpClient: true);
        client.SerializationSettings.Formatting = Newtonsoft.Json.Formatting.None;
        return client;
    }

    public TeamsConnectorClient OpenTeams(string? serviceUrl) =>
        new(AddressOf(serviceUrl), new NoCredentials(), Http(serviceUrl, thread: null, turn: null, within: null), disposeHttpClient: true);

    private static Uri AddressOf(string? serviceUrl) => Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) ? address : Nowhere;

    private HttpClient Http(string? serviceUrl, string? thread, SendTurn? turn, TimeSpan? within) =>
        new(new TransportHandler(transport, serviceUrl ?? string.Empty, thread, turn, within)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The transport puts the token on, when it has checked where it goes.</summary>
    private sealed class NoCredentials : ServiceClientCredentials;
}
