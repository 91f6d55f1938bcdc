using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Klynge.Microsoft365.Notifications;
using Klynge.Microsoft365.Tests.Support;

namespace Klynge.Microsoft365.Tests.Notifications;

public sealed class GraphWebhookTests : IAsyncLifetime
{
    private WatchFixture _fixture = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fixture = await WatchFixture.StartAsync();
        _fixture.StandIn.Subscriptions.HoldsNotifications = true;
        await _fixture.SubscribeAsync();
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData(GraphWebhookEndpoint.NotificationPath)]
    [InlineData(GraphWebhookEndpoint.LifecyclePath)]
    public async Task Handshake_RepeatsTheDecodedTokenAsPlainText(string path)
    {
        const string Token = "Validation: <script>æ & b</script> 100%";
        using var answer = await _fixture.Http.PostAsync($"{path}?validationToken={Uri.EscapeDataString(Token)}", content: null, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(Token, await answer.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1025)]
    public async Task Handshake_WithATokenOfNoLengthOrTooMuch_IsRefused(int length)
    {
        using var answer = await _fixture.Http.PostAsync(
            $"{GraphWebhookEndpoint.NotificationPath}?validationToken={new string('x', length)}", content: null, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Notification_OfAChange_IsOnDiskWhenItIsAnswered()
    {
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(Decline()));
        Assert.Equal($"{BoardMeeting.Signe.Id}/{_fixture.Meeting.Event.Id}", Assert.Single(_fixture.Inbox()).Subject);
    }

    [Fact]
    public async Task Notification_ThatComesTwice_IsOneEntry()
    {
        var held = Decline();
        await PostAsync(held);
        await PostAsync([.. held, .. held]);

        Assert.Equal(2, Assert.Single(_fixture.Inbox()).Revision);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Notification_WithAFalseSecret_IsAnsweredAlikeAndDropped(string? secret)
    {
        var held = Decline();
        held[0]["clientState"] = secret;

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(held));
        Assert.Empty(_fixture.Inbox());
    }

    [Fact]
    public async Task Notification_WithTheRightSecretOfAnotherSubscription_IsDropped()
    {
        var held = Decline();
        held[0]["subscriptionId"] = Guid.NewGuid().ToString();
        await PostAsync(held);

        Assert.Empty(_fixture.Inbox());
    }

    /// <summary>The mailbox is the subscription's; what the notification claims is not looked at.</summary>
    [Fact]
    public async Task Notification_ThatNamesAnotherMailbox_IsOfTheSubscriptionsOwn()
    {
        var held = Decline();
        held[0]["resource"] = $"Users/{BoardMeeting.Omar.Id}/Events/x";
        await PostAsync(held);

        Assert.StartsWith(BoardMeeting.Signe.Id, Assert.Single(_fixture.Inbox()).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notification_BeforeTheSubscriptionIsOnRecord_IsTaken()
    {
        await using (var db = _fixture.Open())
        {
            db.CalendarWatches.Single().SubscriptionId = null;
            await db.SaveChangesAsync(Ct);
        }

        await PostAsync(Decline());

        Assert.Single(_fixture.Inbox());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"value\":[]}")]
    [InlineData("{\"value\":{}}")]
    [InlineData("{\"value\":[1]}")]
    [InlineData("{\"value\":[{\"clientState\":\"x\"}]}")]
    [InlineData("{\"value\":[{\"subscriptionId\":7}]}")]
    [InlineData("{\"value\":[{\"subscriptionId\":\"\\ud800\"}]}")]
    [InlineData("{\"value\":[{\"subscriptionId\":\"a\"}]")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]")]
    public async Task Body_ThatIsNoNotification_IsRefused(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, await PostRawAsync(body, "application/json"));

    [Fact]
    public async Task Body_ThatIsNoJson_IsRefused() => Assert.Equal(HttpStatusCode.BadRequest, await PostRawAsync("{\"value\":[]}", "text/plain"));

    [Fact]
    public async Task Body_BeyondTheLimit_IsRefused() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostRawAsync(new string(' ', GraphWebhook.LargestBody + 1), "application/json"));

    [Fact]
    public async Task Body_OfUnknownLengthBeyondTheLimit_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, GraphWebhookEndpoint.NotificationPath);
        request.Content = new StreamContent(new MemoryStream(new byte[GraphWebhook.LargestBody * 2]));
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = true;
        using var answer = await _fixture.Http.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    /// <summary>Fast enough for the web server's own patience, which would let it hold its place for an hour.</summary>
    [Fact]
    public async Task Body_ThatComesInDrops_IsGivenUpSoon()
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(_fixture.Http.BaseAddress!.Host, _fixture.Http.BaseAddress.Port, Ct);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST {GraphWebhookEndpoint.NotificationPath} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"), Ct);
        using var reader = new StreamReader(stream);
        var answer = reader.ReadLineAsync(Ct).AsTask();
        using var drops = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!answer.IsCompleted && await drops.WaitForNextTickAsync(Ct))
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"C8\r\n{new string(' ', 200)}\r\n"), Ct);

        Assert.Equal("HTTP/1.1 408 Request Timeout", await answer);
    }

    [Fact]
    public async Task Get_IsNoWayIn()
    {
        using var answer = await _fixture.Http.GetAsync($"{GraphWebhookEndpoint.NotificationPath}?validationToken=x", Ct);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Answer_ComesWithinATenthOfASecond()
    {
        var held = Decline();
        await PostAsync(held);
        var times = new List<TimeSpan>();
        for (var index = 0; index < 21; index++)
        {
            var begun = Stopwatch.GetTimestamp();
            await PostAsync(held);
            times.Add(Stopwatch.GetElapsedTime(begun));
        }

        var median = times.Order().ElementAt(10);
        Assert.True(median < TimeSpan.FromMilliseconds(100), $"The median took {median}.");
    }

    [Fact]
    public async Task Logs_OfNotifications_HoldNothingOfThem()
    {
        await PostRawAsync(
            """{"value":[{"subscriptionId":"hemmelig-a","clientState":"hemmelig-b","resourceData":{"id":"hemmelig-c"}}]}""", "application/json");

        Assert.Contains("Dropped 1 notifications without the secret", _fixture.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmelig", _fixture.Logs.Text, StringComparison.Ordinal);
    }

    private IReadOnlyList<JsonObject> Decline()
    {
        _fixture.Meeting.Answer(BoardMeeting.Lise, "declined");
        return _fixture.StandIn.Subscriptions.TakeHeld();
    }

    private Task<HttpStatusCode?> PostAsync(IEnumerable<JsonObject> notifications) =>
        _fixture.StandIn.Subscriptions.PostAsync(_fixture.Subscription().NotificationUrl, notifications, Ct);

    private async Task<HttpStatusCode> PostRawAsync(string body, string type)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await _fixture.Http.PostAsync(GraphWebhookEndpoint.NotificationPath, content, Ct);
        return answer.StatusCode;
    }
}
