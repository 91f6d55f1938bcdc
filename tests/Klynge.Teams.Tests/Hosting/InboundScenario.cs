using System.Net;
using System.Text.Json.Nodes;
using Klynge.Teams.Tests.Support;
using Microsoft.IdentityModel.Tokens;

namespace Klynge.Teams.Tests.Hosting;

/// <summary>The bot behind one of its doors, with a channel whose keys, tokens and outages the test decides.</summary>
public abstract class InboundScenario(Door door) : IAsyncLifetime
{
    private int _turns;

    private protected Door Door => door;

    private protected ChannelMetadata Channel { get; private set; } = null!;

    private protected BotHost Bot { get; private set; } = null!;

    /// <summary>How many activities reached the handler.</summary>
    private protected int Turns => _turns;

    public async ValueTask InitializeAsync()
    {
        Channel = await ChannelMetadata.StartAsync();
        Bot = await StartBotAsync(Channel.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Channel.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected string SignedBy(SecurityKey key, string algorithm = SecurityAlgorithms.RsaSha256) =>
        Channel.Token(token => token.SigningCredentials = new SigningCredentials(key, algorithm));

    private protected Task<BotHost> StartBotAsync(Dictionary<string, string?> settings) => BotHost.StartAsync(
        settings,
        router => router.OnMessage((_, _) =>
        {
            Interlocked.Increment(ref _turns);
            return Task.CompletedTask;
        }),
        environment: "Production",
        door: door);

    private protected async Task AssertAcceptedAsync(string token)
    {
        using var response = await Bot.PostAsync(Sample.Message(), token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private protected async Task AssertRefusedAsync(string token, JsonObject? activity = null)
    {
        using var response = await Bot.PostAsync(activity ?? Sample.Message(), token);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, Turns);
    }

    private protected async Task AssertForbiddenAsync(JsonObject activity, string token)
    {
        using var response = await Bot.PostAsync(activity, token);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(0, Turns);
    }
}
