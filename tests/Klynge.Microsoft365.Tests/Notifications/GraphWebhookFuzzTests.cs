using System.Text;
using System.Text.Json.Nodes;
using Klynge.Microsoft365.Notifications;
using Klynge.Microsoft365.Tests.Support;
using Klynge.Testing;

namespace Klynge.Microsoft365.Tests.Notifications;

/// <summary>Damaged notifications over real HTTP: anybody can post here, so nothing that comes may fail it or stay behind.</summary>
public sealed class GraphWebhookFuzzTests : IAsyncLifetime
{
    private const int Inputs = 10_000;
    private const int Lanes = 8;
    private const int Seed = 20261122;

    private WatchFixture _fixture = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fixture = await WatchFixture.StartAsync();
        _fixture.StandIn.Subscriptions.HoldsNotifications = true;
        await _fixture.SubscribeAsync();
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Notifications_DamagedTenThousandTimes_NeverFail_AndOnlyTrueOnesAreKept()
    {
        _fixture.Meeting.Answer(BoardMeeting.Lise, "declined");
        var notification = Assert.Single(_fixture.StandIn.Subscriptions.TakeHeld());
        var next = -1;
        var statuses = new int[600];

        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var index && index < Inputs)
                Interlocked.Increment(ref statuses[await PostAsync(Make(notification, index), index)]);
        }, Ct)));

        Assert.Equal(Inputs, statuses.Sum());
        Assert.All(Enumerable.Range(500, 100), status => Assert.Equal(0, statuses[status]));
        Assert.True(statuses[202] > Inputs / 20 && statuses[400] > Inputs / 20, $"{statuses[202]} were taken, {statuses[400]} refused.");

        // Whatever the damage made of it, the mailbox is the subscription's own.
        Assert.All(_fixture.Inbox(), entry => Assert.StartsWith(BoardMeeting.Signe.Id, entry.Subject, StringComparison.Ordinal));
    }

    private static byte[] Make(JsonObject notification, int index)
    {
        var random = new Random(unchecked((Seed * 1_000_003) + index));
        var damaged = notification.DeepClone().AsObject();
        if (random.Next(4) > 0)
            Mutator.Damage(damaged, random);

        var body = new JsonObject { ["value"] = new JsonArray(damaged) };
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString(new() { MaxDepth = 512 }));
        return random.Next(3) == 0 ? Mutator.Damage(bytes, random) : bytes;
    }

    private async Task<int> PostAsync(byte[] body, int index)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var answer = await _fixture.Http.PostAsync(index % 2 == 0 ? GraphWebhookEndpoint.NotificationPath : GraphWebhookEndpoint.LifecyclePath, content, Ct);
        return (int)answer.StatusCode;
    }
}
