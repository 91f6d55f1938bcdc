using System.Text.Json.Nodes;
using Klynge.Teams.Activities;
using Klynge.Teams.Hosting;
using Klynge.Teams.Routing;
using Klynge.Teams.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Klynge.Teams.Tests.Hosting;

/// <summary>What the host checks of modules and settings as it starts.</summary>
public abstract class EndpointStartTests(Door door)
{
    public sealed class ByProtocol() : EndpointStartTests(Door.Protocol);

    public sealed class ByBotBuilder() : EndpointStartTests(Door.BotBuilder);

    private const string Local = "http://127.0.0.1:56150/_connector";

    [Fact]
    public async Task Modules_AreMappedWhenTheHostStarts()
    {
        await using var bot = await BotHost.StartAnonymousAsync(door: door, services: services => services.AddSingleton<IActivityModule, EchoModule>());

        using var response = await bot.PostAsync(Sample.CardAction("echo", new JsonObject { ["word"] = "æøå" }, Local));

        Assert.Contains("æøå", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Modules_ThatClaimTheSameVerb_StopTheStart() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => BotHost.StartAnonymousAsync(
            router => router.OnCardAction("echo", (_, _, _) => Task.FromResult(CardActionResponse.Message(""))),
            services => services.AddSingleton<IActivityModule, EchoModule>(),
            door));

    [Theory]
    [InlineData("MicrosoftAppType", "MultiTenant", typeof(FormatException))]
    [InlineData("BotOpenIdMetadata", "http://keys.example/openid", typeof(OptionsValidationException))]
    [InlineData("BotOpenIdMetadata", "keys", typeof(FormatException))]
    [InlineData("MicrosoftAppTenantId", "", typeof(OptionsValidationException))]
    [InlineData("MicrosoftAppType", "UserAssignedMSI", typeof(OptionsValidationException))]
    [InlineData("Klynge:AllowedServiceHosts", "*.net", typeof(OptionsValidationException))]
    [InlineData("Klynge:AllowedServiceHosts", "https://smba.trafficmanager.net", typeof(OptionsValidationException))]
    public async Task Settings_ThatContradictEachOther_StopTheStart(string name, string value, Type expected)
    {
        var settings = new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = ChannelMetadata.AppId,
            ["MicrosoftAppTenantId"] = ChannelMetadata.TenantId,
            ["MicrosoftAppPassword"] = "secret",
            [name] = value,
        };

        await Assert.ThrowsAsync(expected, () => BotHost.StartAsync(settings, door: door));
    }

    [Fact]
    public async Task Settings_HaveTheBotFrameworksNames()
    {
        await using var bot = await BotHost.StartAsync(new()
        {
            ["MicrosoftAppType"] = "userAssignedMsi",
            ["MicrosoftAppId"] = ChannelMetadata.AppId,
            ["MicrosoftAppTenantId"] = ChannelMetadata.TenantId,
            ["Klynge:AllowedServiceHosts"] = "*.botframework.azure.us, smba.infra.gov.teams.microsoft.us,localhost:5000",
        });

        var options = bot.Services.GetRequiredService<TeamsBotOptions>();
        Assert.Equal((BotAppType.UserAssignedMSI, ChannelMetadata.AppId), (options.AppType, options.AppId));
        Assert.Equal([ChannelMetadata.TenantId], options.AllowedTenants);
        Assert.Equal(["*.botframework.azure.us", "smba.infra.gov.teams.microsoft.us", "localhost:5000"], options.AllowedServiceHosts);
    }

    private sealed class EchoModule : IActivityModule
    {
        public void Map(ActivityRouter router) =>
            router.OnCardAction("echo", (_, action, _) => Task.FromResult(CardActionResponse.Message(action.Data.Text("word") ?? "")));
    }
}
