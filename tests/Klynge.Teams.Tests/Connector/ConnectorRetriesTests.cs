using System.Globalization;
using Klynge.Teams.Activities;
using Klynge.Teams.Connector;
using Klynge.Teams.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Teams.Tests.Connector;

public abstract class ConnectorRetriesTests(Door door) : IAsyncLifetime
{
    public sealed class ByProtocol() : ConnectorRetriesTests(Door.Protocol);

    public sealed class ByBotBuilder() : ConnectorRetriesTests(Door.BotBuilder);

    private const string Activities = "/v3/conversations/c1/activities";
    private readonly SkippingTimeProvider _time = new(ConnectorRetries.TotalTime);
    private FakeChannel _channel = null!;
    private BotHost _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _channel = await FakeChannel.StartAsync();
        _bot = await BotHost.StartAnonymousAsync(services: services => services.AddSingleton<TimeProvider>(_time), door: door);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _channel.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task PassingTrouble_IsTriedAgainWithTheSameBody(int status)
    {
        _channel.On("POST", Activities, status).On("POST", Activities, status).On("POST", Activities, 200, """{"id":"1"}""");

        Assert.Equal("1", await SendAsync());
        Assert.Equal(3, _channel.Calls.Count);
        Assert.All(_channel.Calls, call => Assert.Equal("Hej", (string?)call.Body!["text"]));
        Assert.Equal(2, _time.Waits.Count);
        Assert.All(_time.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task RetryAfter_InSeconds_IsHonoured()
    {
        _channel
            .On("POST", Activities, 429, change: response => response.Headers.RetryAfter = "17")
            .On("POST", Activities, 200, """{"id":"1"}""");

        await SendAsync();

        Assert.Equal([TimeSpan.FromSeconds(17)], _time.Waits);
    }

    [Fact]
    public async Task RetryAfter_AsADate_IsHonoured()
    {
        var date = _time.GetUtcNow().AddSeconds(11).ToString("R", CultureInfo.InvariantCulture);
        _channel
            .On("POST", Activities, 429, change: response => response.Headers.RetryAfter = date)
            .On("POST", Activities, 200, """{"id":"1"}""");

        await SendAsync();

        Assert.Equal([TimeSpan.FromSeconds(11)], _time.Waits);
    }

    [Fact]
    public async Task RetryAfter_LongerThanACallMayTake_IsHandedToTheCaller()
    {
        _channel.On("POST", Activities, 429, change: response => response.Headers.RetryAfter = "300");

        var failed = await Assert.ThrowsAsync<ConnectorException>(SendAsync);

        Assert.Equal((ConnectorFailure.Throttled, TimeSpan.FromMinutes(5)), (failed.Failure, failed.RetryAfter));
        Assert.Empty(_time.Waits);
    }

    [Theory]
    [InlineData("86400")]
    [InlineData("2147483647")]
    [InlineData("Mon, 22 Nov 2027 09:00:00 GMT")]
    public async Task RetryAfter_OfADayOrAYear_IsTenMinutes(string header)
    {
        _channel.On("POST", Activities, 429, change: response => response.Headers.RetryAfter = header);

        var failed = await Assert.ThrowsAsync<ConnectorException>(SendAsync);

        Assert.Equal((ConnectorFailure.Throttled, TimeSpan.FromMinutes(10)), (failed.Failure, failed.RetryAfter));
    }

    [Fact]
    public async Task Trouble_ThatDoesNotPass_EndsWithinTheTotalTime()
    {
        for (var i = 0; i < 3; i++)
            _channel.On("POST", Activities, 429, change: response => response.Headers.RetryAfter = "20");
        var started = _time.GetUtcNow();

        var failed = await Assert.ThrowsAsync<ConnectorException>(SendAsync);

        Assert.Equal(ConnectorFailure.Unavailable, failed.Failure);
        Assert.InRange(_time.GetUtcNow() - started, ConnectorRetries.TotalTime, TimeSpan.FromSeconds(60));
    }

    private Task<string?> SendAsync() => _bot.Services.GetRequiredService<ConnectorClient>().SendAsync(
        new ConversationReference { ServiceUrl = _channel.ServiceUrl, ChannelId = "msteams", Conversation = new() { Id = "c1" } },
        Activity.Message("Hej"),
        TestContext.Current.CancellationToken);
}
