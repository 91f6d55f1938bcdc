using Klynge.Teams.Activities;
using Klynge.Teams.Routing;
using Klynge.Teams.Tests.Support;

namespace Klynge.Teams.Tests.Routing;

public sealed class TurnDeduplicatorTests
{
    private readonly SkippingTimeProvider _time = new(TimeSpan.Zero);
    private readonly TurnDeduplicator _deliveries;
    private int _runs;

    public TurnDeduplicatorTests() => _deliveries = new TurnDeduplicator(_time);

    [Fact]
    public async Task Delivery_WhileTheFirstStillRuns_WaitsForItsAnswer()
    {
        var answer = new TaskCompletionSource<InvokeResponse>();
        var first = RunAsync(Key("1"), answer.Task);
        var second = RunAsync(Key("1"), answer.Task);

        Assert.False(second.IsCompleted);
        answer.SetResult(InvokeResponse.Ok);

        Assert.Same(await first, await second);
        Assert.Equal(1, _runs);
    }

    [Theory]
    [InlineData("other", "c", "message", "29:a")]
    [InlineData("msteams", "other", "message", "29:a")]
    [InlineData("msteams", "c", "messageUpdate", "29:a")]
    [InlineData("msteams", "c", "message", "29:b")]
    public async Task SameId_ElsewhereIsAnotherDelivery(string channel, string conversation, string type, string sender)
    {
        await RunAsync(Key("1"));
        await RunAsync(new TurnKey(channel, conversation, type, null, sender, "1"));

        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task Failure_ReachesEveryWaiterAndIsForgotten()
    {
        var answer = new TaskCompletionSource<InvokeResponse>();
        var first = RunAsync(Key("1"), answer.Task);
        var second = RunAsync(Key("1"), answer.Task);
        answer.SetException(new IOException());

        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAsync<IOException>(() => second);
        await RunAsync(Key("1"));

        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task Answer_IsForgottenAfterItsTime()
    {
        await RunAsync(Key("1"));
        _time.Advance(TurnDeduplicator.MaxAge);
        await RunAsync(Key("1"));
        Assert.Equal(1, _runs);

        _time.Advance(TimeSpan.FromSeconds(1));
        await RunAsync(Key("1"));
        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task Answers_AreBoundedInNumber()
    {
        for (var i = 0; i < TurnDeduplicator.MaxTurns + 100; i++)
            await RunAsync(Key($"{i}"));

        Assert.Equal(TurnDeduplicator.MaxTurns, _deliveries.Count);
    }

    [Fact]
    public async Task Answers_AreBoundedInBytes()
    {
        var large = new InvokeResponse(200, new byte[TurnDeduplicator.MaxBytes / 10]);
        for (var i = 0; i < 40; i++)
            await RunAsync(Key($"{i}"), Task.FromResult(large));

        Assert.Equal(10, _deliveries.Count);
    }

    private static TurnKey Key(string id) => new("msteams", "c", "message", null, "29:a", id);

    private Task<InvokeResponse> RunAsync(TurnKey key, Task<InvokeResponse>? answer = null) => _deliveries.RunAsync(
        key,
        () =>
        {
            _runs++;
            return answer ?? Task.FromResult(InvokeResponse.Ok);
        },
        TestContext.Current.CancellationToken);
}
