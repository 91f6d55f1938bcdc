using System.Threading.Channels;
using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Klynge.Application.Tests.Outbox;

/// <summary>What one process writes and another sends, on the database that several share.</summary>
public sealed class OutboxListenerTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Channel<bool> _heard = Channel.CreateUnbounded<bool>();
    private TestBoard _board = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(TestStore.Postgres);
        await _board.AddAsync(OutboxFixture.Chat(_board, "a:mads", _board.Member.Id));
    }

    public async ValueTask DisposeAsync() => await (_board?.DisposeAsync() ?? default);

    /// <summary>The timer of the one that sends never fires, and the one that writes has no sender.</summary>
    [Fact]
    public async Task AMessageOfOneProcess_IsSentByAnotherThatWasNotLooking()
    {
        var channel = new ChannelDouble();
        await using var sending = new OutboxFixture(_board, channel, time: new ManualTimer());
        await sending.Sender.StartAsync(Ct);

        // The second proves it: by then it listens, and does not find the message because it begins to.
        await WriteAsync("Et");
        Assert.Equal("Et", await channel.Arrivals.ReadAsync(Ct).AsTask().WaitAsync(Limit, Ct));
        await WriteAsync("To");
        Assert.Equal("To", await channel.Arrivals.ReadAsync(Ct).AsTask().WaitAsync(Limit, Ct));

        await sending.Sender.StopAsync(Ct);
    }

    [Fact]
    public async Task WhenTheConnectionBreaks_ItListensAgainAndLooksForWhatItMissed()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var listening = new OutboxListener(_board.Contexts, TimeProvider.System, NullLogger.Instance).ListenAsync(() => _heard.Writer.TryWrite(true), stop.Token);
        await HearAsync();

        await using (var db = _board.Open())
        {
            Assert.Equal(1, await db.Database.SqlQuery<int>(
                $"SELECT count(pg_terminate_backend(pid))::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'").SingleAsync(Ct));
        }

        await HearAsync();
        await WriteAsync("Et");
        await HearAsync();
        await stop.CancelAsync();
        await listening;
    }

    [Fact]
    public async Task AWriteThatLeavesNoMessage_DisturbsNobody()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var listening = new OutboxListener(_board.Contexts, TimeProvider.System, NullLogger.Instance).ListenAsync(() => _heard.Writer.TryWrite(true), stop.Token);
        await HearAsync();

        await _board.Writer.WriteAsync<Done>(Caller.System, "Test", forum: null, _ => Task.FromResult<Result<Done>>(default(Done)), Ct);
        await WriteAsync("Et");
        await HearAsync();

        Assert.False(_heard.Reader.TryRead(out _));
        await stop.CancelAsync();
        await listening;
    }

    private async Task HearAsync() => await _heard.Reader.ReadAsync(Ct).AsTask().WaitAsync(Limit, Ct);

    private async Task WriteAsync(string text) => await _board.Writer.WriteAsync<Done>(Caller.System, "Test", forum: null, scope =>
    {
        scope.Notify(_board.Member.Id, new OutgoingMessage(text));
        return Task.FromResult<Result<Done>>(default(Done));
    }, Ct);
}
