using Klynge.Teams.Connector;
using Klynge.Teams.Tests.Support;

namespace Klynge.Teams.Tests.Connector;

public sealed class ThreadPacerTests
{
    private readonly SkippingTimeProvider _time = new(TimeSpan.FromHours(2));
    private readonly ThreadPacer _pacer;

    public ThreadPacerTests() => _pacer = new ThreadPacer(_time);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(60, 30)]
    public async Task Messages_NeverExceedALimit(int count, int seconds)
    {
        var sent = new List<DateTimeOffset>();
        for (var i = 0; i < 130; i++)
        {
            await _pacer.WaitAsync("c1", Ct);
            sent.Add(_time.GetUtcNow());
        }

        for (var i = count; i < sent.Count; i++)
            Assert.True(sent[i] - sent[i - count] >= TimeSpan.FromSeconds(seconds), $"Message {i} came too early.");
    }

    [Fact]
    public async Task SevenMessages_DoNotWait()
    {
        for (var i = 0; i < 7; i++)
            await _pacer.WaitAsync("c1", Ct);

        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Conversations_DoNotHoldEachOtherUp()
    {
        for (var i = 0; i < 100; i++)
            await _pacer.WaitAsync($"c{i}", Ct);

        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Message_ThatWouldWaitTooLong_IsRefusedAndTakesNoPlace()
    {
        var waiting = new List<Task>();
        ConnectorException? refused = null;
        var still = new ThreadPacer(new StandingTime());
        for (var i = 0; i < 200 && refused is null; i++)
        {
            try
            {
                waiting.Add(still.WaitAsync("c1", Ct));
            }
            catch (ConnectorException e)
            {
                refused = e;
            }
        }

        Assert.Equal(ConnectorFailure.Throttled, refused!.Failure);
        Assert.True(refused.RetryAfter > ThreadPacer.MaxWait);
        Assert.InRange(waiting.Count, 60, 70);
    }

    [Fact]
    public async Task Hour_HoldsNoMoreThanEighteenHundred()
    {
        var sent = 0;
        for (; sent < 2_000; sent++)
        {
            try
            {
                await _pacer.WaitAsync("c1", Ct);
            }
            catch (ConnectorException)
            {
                break;
            }

            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1_800, sent);
    }

    [Fact]
    public async Task Conversations_ThatAreQuiet_AreForgotten_HoweverMany()
    {
        for (var i = 0; i < 50_000; i++)
        {
            await _pacer.WaitAsync($"c{i}", Ct);
            if (i % 100 == 0)
                _time.Advance(TimeSpan.FromSeconds(1));
        }

        // A minute's worth: half of it is quiet, half of it has not been looked through.
        Assert.InRange(_pacer.Count, 1, 7_000);
        Assert.Empty(_time.Waits);
    }

    private sealed class StandingTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new NoTimer();

        private sealed class NoTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
                // It never fires.
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
