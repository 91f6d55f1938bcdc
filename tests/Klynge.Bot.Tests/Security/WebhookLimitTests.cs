using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Klynge.Application.Data;
using Klynge.Application.Invitations.Receiving;
using Klynge.Bot.Hosting;
using Klynge.Bot.Security;
using Klynge.Bot.Tests.Support;
using Klynge.Microsoft365.Notifications;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Bot.Tests.Security;

public sealed class WebhookLimitTests
{
    private const string Secret = "a-secret-of-one-subscription";

    /// <summary>A tenth of it is what a stranger may call the webhook with.</summary>
    private const string ThreeForStrangers = "--Klynge:RequestsPerAddress=30";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Graph_ThatKnowsTheSecret_IsNotCounted()
    {
        await using var host = await StartAsync();

        for (var call = 0; call < 200; call++)
            Assert.Equal(HttpStatusCode.Accepted, await PostAsync(host, News(Secret, $"event-{call}")));

        Assert.Equal(200, await InboxAsync(host));
    }

    /// <summary>Notifications of an old subscription come along with those of the present one.</summary>
    [Fact]
    public async Task Graph_WithOneTrueSecretAmongFalseOnes_IsNotCounted()
    {
        await using var host = await StartAsync();

        for (var call = 0; call < 20; call++)
            Assert.Equal(HttpStatusCode.Accepted, await PostAsync(host, $$"""{"value":[{{One("old", "event-1")}},{{One(Secret, "event-2")}}]}"""));
    }

    [Theory]
    [InlineData(GraphWebhookEndpoint.NotificationPath, """{"value":[{"subscriptionId":"s1","clientState":"guessed","resourceData":{"id":"event-1"}}]}""", 202)]
    [InlineData(GraphWebhookEndpoint.LifecyclePath, """{"value":[{"subscriptionId":"s1","clientState":"guessed","lifecycleEvent":"missed"}]}""", 202)]
    [InlineData(GraphWebhookEndpoint.NotificationPath, "nonsense", 400)]
    [InlineData(GraphWebhookEndpoint.NotificationPath + "?validationToken=echo", "", 200)]
    public async Task Stranger_WhoKeepsOn_IsTurnedAwayBeforeAnythingIsRead(string path, string body, int first)
    {
        await using var host = await StartAsync();
        for (var call = 0; call < 3; call++)
            Assert.Equal(first, (int)await PostAsync(host, body, path));

        using var content = new StringContent(News(Secret, "event-1"), Encoding.UTF8, "application/json");
        using var refused = await host.Client.PostAsync(path, content, Ct);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("10", refused.Headers.RetryAfter?.ToString());
        Assert.Equal(0, await InboxAsync(host));
    }

    /// <summary>What is asked of the pages has nothing to do with what Graph may post.</summary>
    [Fact]
    public async Task Address_ThatHasUsedUpThePages_StillReachesTheWebhook()
    {
        await using var host = await StartAsync();
        for (var call = 0; call <= 30; call++)
        {
            using var page = await host.Client.GetAsync("/nothing-here", Ct);
        }

        using var refused = await host.Client.GetAsync("/nothing-here", Ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(host, News(Secret, "event-1")));
    }

    [Fact]
    public async Task Flood_IsServedInBoundedNumber_AndTheRestToldToComeAgain()
    {
        using var limit = new WebhookLimit(new KlyngeSettings("data", "Data Source=x", new Uri("https://klynge.example"), 0, RunsJobs: false, IsLocal: true));
        var (gate, served) = (new TaskCompletionSource(), 0);
        var calls = Enumerable.Range(0, WebhookLimit.MaxAtOnce + WebhookLimit.MaxWaiting).Select(_ => Call(limit, ServeAsync)).ToList();

        var refused = Assert.IsType<WebhookAnswer>(await Call(limit, ServeAsync));

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, refused.Status);
        Assert.Equal(WebhookLimit.MaxAtOnce, served);
        gate.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal(WebhookLimit.MaxAtOnce + WebhookLimit.MaxWaiting, served);

        async ValueTask<object?> ServeAsync(EndpointFilterInvocationContext context)
        {
            Interlocked.Increment(ref served);
            await gate.Task;
            return new WebhookAnswer(StatusCodes.Status202Accepted, IsTrusted: true);
        }
    }

    private static Task<object?> Call(WebhookLimit limit, EndpointFilterDelegate next) =>
        limit.InvokeAsync(EndpointFilterInvocationContext.Create(new DefaultHttpContext()), next).AsTask();

    private static async Task<RunningHost> StartAsync()
    {
        var host = await RunningHost.StartLocalAsync("--Microsoft365=http://127.0.0.1:9/v1.0", "--Klynge:RunJobs=false", ThreeForStrangers);
        await using var db = await Contexts(host).CreateDbContextAsync(Ct);
        db.CalendarWatches.Add(new CalendarWatch
        {
            Mailbox = "0b8f3f0e-5a36-4a8c-8f0e-0d6a5d6f1a11",
            SubscriptionId = "s1",
            ClientStateHash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Secret))),
            RenewAt = Instant.FromUtc(2030, 1, 1, 0, 0),
            SyncAt = Instant.FromUtc(2030, 1, 1, 0, 0),
        });
        await db.SaveChangesAsync(Ct);
        return host;
    }

    private static async Task<HttpStatusCode> PostAsync(RunningHost host, string body, string path = GraphWebhookEndpoint.NotificationPath)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await host.Client.PostAsync(path, content, Ct);
        return answer.StatusCode;
    }

    private static async Task<int> InboxAsync(RunningHost host)
    {
        await using var db = await Contexts(host).CreateDbContextAsync(Ct);
        return await db.CalendarInbox.CountAsync(Ct);
    }

    private static IDbContextFactory<KlyngeContext> Contexts(RunningHost host) => host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>();

    private static string News(string secret, string id) => string.Format(CultureInfo.InvariantCulture, """{{"value":[{0}]}}""", One(secret, id));

    private static string One(string secret, string id) =>
        $$$"""{"subscriptionId":"s1","clientState":"{{{secret}}}","changeType":"updated","resourceData":{"id":"{{{id}}}"}}""";
}
