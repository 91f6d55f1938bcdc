using System.Net;
using Klynge.Bot.Hosting;
using Klynge.Bot.Tests.Support;
using Klynge.Microsoft365.Notifications;

namespace Klynge.Bot.Tests.Microsoft365;

public sealed class Microsoft365HostTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhook_OfAHostThatIsConnected_AnswersTheHandshakeOfBothAddresses()
    {
        await using var host = await RunningHost.StartLocalAsync("--Microsoft365=http://127.0.0.1:9/v1.0");

        foreach (var path in new[] { GraphWebhookEndpoint.NotificationPath, GraphWebhookEndpoint.LifecyclePath })
        {
            using var answer = await host.Client.PostAsync($"{path}?validationToken=abc%20d", content: null, Ct);
            Assert.Equal("abc d", await answer.Content.ReadAsStringAsync(Ct));
        }
    }

    [Fact]
    public async Task Webhook_OfAHostThatIsNotConnected_IsNotThere()
    {
        await using var host = await RunningHost.StartLocalAsync();
        using var answer = await host.Client.PostAsync($"{GraphWebhookEndpoint.NotificationPath}?validationToken=abc", content: null, Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("sand", "Microsoft365 kan være »off«, »tenant« eller »simulated«.")]
    [InlineData("tenant", "Microsoft365=tenant kræver MicrosoftAppId")]
    public async Task Start_WithAWordThatDoesNotFit_IsRefusedWithOneSentence(string word, string beginning)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunningHost.StartLocalAsync($"--Microsoft365={word}"));

        Assert.StartsWith(beginning, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OfAStandInBesideARegistration_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunningHost.StartInTenantAsync("--Microsoft365=simulated"));

        Assert.StartsWith("Microsoft365=simulated er til lokal prøve", refused.Message, StringComparison.Ordinal);
    }
}
