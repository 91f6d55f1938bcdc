using Azure.Identity;
using Klynge.Teams.Activities;
using Klynge.Teams.Connector;
using Klynge.Teams.Hosting;
using Klynge.Teams.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Teams.Tests.Connector;

public abstract class BotTokensTests(Door door)
{
    public sealed class ByProtocol() : BotTokensTests(Door.Protocol);

    public sealed class ByBotBuilder() : BotTokensTests(Door.BotBuilder);

    private readonly SkippingTimeProvider _time = new(TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Token_IsKeptUntilFiveMinutesBeforeItEnds()
    {
        var entra = new FixedCredential(_time, TimeSpan.FromHours(1));
        using var tokens = new BotTokens(new BotCredential(entra), _time);

        Assert.Equal("token-1", await tokens.GetAsync(Ct));
        _time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("token-1", await tokens.GetAsync(Ct));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("token-2", await tokens.GetAsync(Ct));
        Assert.Equal(["https://api.botframework.com/.default"], entra.Scopes!);
    }

    [Fact]
    public async Task Token_IsFetchedOnceForManyCallers()
    {
        var entra = new FixedCredential(_time, TimeSpan.FromHours(1));
        using var tokens = new BotTokens(new BotCredential(entra), _time);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await tokens.GetAsync(Ct), Ct)));

        Assert.Equal(1, entra.Calls);
    }

    [Fact]
    public async Task Call_CarriesTheToken_AndA401MakesTheNextOneFetchAnother()
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.On("DELETE", "/v3/conversations/c1/activities/1", 401).On("DELETE", "/v3/conversations/c1/activities/1", 200);
        await using var bot = await StartRegisteredAsync(new() { ["Klynge:AllowedServiceHosts"] = "127.0.0.1" });
        var connector = bot.Services.GetRequiredService<ConnectorClient>();

        await Assert.ThrowsAsync<ConnectorException>(() => connector.DeleteAsync(Chat(channel.ServiceUrl), "1", Ct));
        await connector.DeleteAsync(Chat(channel.ServiceUrl), "1", Ct);

        Assert.Equal(["Bearer token-1", "Bearer token-2"], channel.Calls.Select(call => call.Authorization));
    }

    [Fact]
    public async Task Token_IsNotHandedToLoopback_WhileAnonymousCallersAreAccepted()
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.On("DELETE", "/v3/conversations/c1/activities/1", 200);
        await using var bot = await StartRegisteredAsync(new() { ["Klynge:AllowAnonymous"] = "true" }, "Development");

        await bot.Services.GetRequiredService<ConnectorClient>().DeleteAsync(Chat(channel.ServiceUrl), "1", Ct);

        Assert.Equal("", channel.Calls[0].Authorization);
    }

    [Fact]
    public async Task Loopback_IsNoAllowedHostInProduction()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var bot = await StartRegisteredAsync([]);

        var failed = await Assert.ThrowsAsync<ConnectorException>(
            () => bot.Services.GetRequiredService<ConnectorClient>().DeleteAsync(Chat(channel.ServiceUrl), "1", Ct));

        Assert.Equal("HostNotAllowed", failed.Code);
    }

    [Fact]
    public void Credential_FollowsTheKindOfRegistration()
    {
        var registered = new TeamsBotOptions { AppId = Guid.NewGuid().ToString(), TenantId = Guid.NewGuid().ToString() };

        Assert.Null(BotCredential.From(new TeamsBotOptions()).Value);
        Assert.IsType<ClientAssertionCredential>(BotCredential.From(registered).Value);
        registered.AppPassword = "secret";
        Assert.IsType<ClientSecretCredential>(BotCredential.From(registered).Value);
        (registered.AppPassword, registered.AppType) = ("", BotAppType.UserAssignedMSI);
        Assert.IsType<ManagedIdentityCredential>(BotCredential.From(registered).Value);
    }

    private static ConversationReference Chat(string serviceUrl) =>
        new() { ServiceUrl = serviceUrl, ChannelId = "msteams", Conversation = new() { Id = "c1" } };

    private Task<BotHost> StartRegisteredAsync(Dictionary<string, string?> settings, string environment = "Production")
    {
        (settings["MicrosoftAppId"], settings["MicrosoftAppTenantId"]) = (ChannelMetadata.AppId, ChannelMetadata.TenantId);
        var entra = new FixedCredential(_time, TimeSpan.FromHours(1));
        return BotHost.StartAsync(
            settings,
            services: services => services.AddSingleton<TimeProvider>(_time).AddSingleton(new BotCredential(entra)),
            environment: environment,
            door: door);
    }
}
