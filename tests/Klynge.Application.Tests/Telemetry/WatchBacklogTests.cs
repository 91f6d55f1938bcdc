using Klynge.Application.Telemetry;
using Klynge.Application.Tests.Outbox;
using Klynge.Application.Tests.Support;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Tests.Telemetry;

/// <summary>What the alerts look for in the log: that jobs run, and an outbox that does not empty.</summary>
public abstract class WatchBacklogTests(TestStore store)
{
    public sealed class OnSqlite() : WatchBacklogTests(TestStore.Sqlite);

    public sealed class OnPostgres() : WatchBacklogTests(TestStore.Postgres);

    [Theory]
    [InlineData(0, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public async Task Backlog_IsLoggedEachTime_AndWarnedOfAfterTenMinutes(int minutes, bool isOld)
    {
        await using var board = await TestBoard.CreateAsync(store);
        await board.AddAsync(OutboxFixture.Chat(board, "19:chat"), OutboxFixture.Post(board, "19:chat", "Et"));
        board.Clock.Advance(Duration.FromMinutes(minutes));
        using var meters = new BacklogMeters(board.Contexts, board.Clock);
        var logs = new Lines();

        await new WatchBacklog(meters, logs).HandleAsync();

        Assert.Equal($"Backlog checked: the oldest message is {minutes * 60} s old", logs.All[0]);
        Assert.Equal(isOld ? [$"Outbox message has waited {minutes} minutes"] : [], logs.All.Skip(1));
    }

    private sealed class Lines : ILogger<WatchBacklog>
    {
        internal List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add(formatter(state, exception));
    }
}
