using Klynge.Application.Data;
using Klynge.Application.Data.Engines;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Klynge.Application.Tests.Data;

/// <summary>
/// A database that takes connections and says nothing is found out by waiting for it. Whoever comes to the writer meanwhile waits as long as
/// the first, and not for another try of their own after it.
/// </summary>
public sealed class SilentDatabaseTests : IAsyncLifetime
{
    private const int Locked = 5;

    /// <summary>Seconds; twice as many would show that there is a second wait for a connection.</summary>
    private const int Connect = 4;

    /// <summary>After these Teams tells the person that something went wrong.</summary>
    private static readonly TimeSpan TeamsGivesUp = TimeSpan.FromSeconds(15);

    private readonly MovedTime _time = new();
    private TestBoard _board = null!;
    private Gate _gate = null!;
    private Writer _writer = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _gate = new Gate(_board.Contexts);
        _writer = new Writer(_gate, _board.Clock, _time);
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Waiting_BehindADatabaseThatIsSilent_FailsTogetherWithTheFirst_AndTheNextGoesThrough()
    {
        _gate.IsSilent = true;
        var first = AddAsync("first");
        await _gate.Tried;
        var behind = Enumerable.Range(0, 300).Select(number => AddAsync($"behind-{number}")).ToList();

        _time.Advance(TimeSpan.FromSeconds(7));
        _gate.GiveUp();

        Assert.IsType<TimeoutException>((await Assert.ThrowsAsync<StorageUnavailableException>(() => first)).InnerException);
        foreach (var waiting in behind)
            await Assert.ThrowsAsync<StorageUnavailableException>(() => waiting);

        Assert.Equal(1, _gate.Tries);
        _gate.IsSilent = false;
        Assert.True((await AddAsync("later")).IsSuccess);
        await using var db = _board.Open();
        Assert.Equal(["new-later"], await db.People.Where(person => person.Key.StartsWith("new-")).Select(person => person.Key).ToListAsync(Ct));
    }

    /// <summary>Another process holds the lock for five seconds: the database is there, and whoever waits has not had their own five yet.</summary>
    [Fact]
    public async Task Waiting_BehindAWriteThatWasAnsweredLate_IsTriedByItself()
    {
        var mayFail = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _writer.WriteAsync<Done>(Caller.System, "Test", forum: null, async _ =>
        {
            began.TrySetResult();
            await mayFail.Task;
            _time.Advance(TimeSpan.FromSeconds(5));
            throw new SqliteException("locked", Locked);
        }, Ct);
        await began.Task;
        var behind = Enumerable.Range(0, 10).Select(number => AddAsync($"behind-{number}")).ToList();

        mayFail.SetResult();

        await Assert.ThrowsAsync<StorageUnavailableException>(() => first);
        Assert.All(await Task.WhenAll(behind), result => Assert.True(result.IsSuccess));
    }

    /// <summary>
    /// At most: a batch that failed after nearly as long as one is tried again for, its last pause, and a try that finds a silent server: its
    /// statement is waited for, and then a connection to cancel it by.
    /// </summary>
    [Fact]
    public async Task Answer_OfTheWriter_WhileAServerIsSilent_ComesBeforeTeamsGivesUp()
    {
        await using var source = PostgresSource.Create("Host=localhost");
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        var cancelling = Math.Max(settings.Timeout * 1_000, settings.CancellationTimeout);
        var aTry = TimeSpan.FromMilliseconds((settings.CommandTimeout * 1_000) + cancelling);

        Assert.InRange(Outage.RetryWithin + WriteBatch.LastPause + aTry, aTry, TeamsGivesUp - TimeSpan.FromSeconds(1));
    }

    /// <summary>What a statement on a connection that has fallen silent takes is what the settings say, and nothing beside it: in seconds of theirs, not of the product's.</summary>
    [Fact]
    public async Task Statement_OnAConnectionThatFellSilent_IsGivenUpAfterItsTimeoutAndOneConnection()
    {
        await using var database = await TestDatabase.CreateAsync(TestStore.Postgres);
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        await using var wire = Wire.To(server.Host!, server.Port);
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Host = "127.0.0.1", Port = wire.Port, Timeout = Connect, CommandTimeout = 1 };
        await using var source = PostgresSource.Create(settings.ToString());
        await using var connection = await source.OpenConnectionAsync(Ct);
        await using var command = new NpgsqlCommand("SELECT 1", connection);
        await command.ExecuteScalarAsync(Ct);
        wire.Stall();

        var began = TimeProvider.System.GetTimestamp();
        var failed = await Assert.ThrowsAsync<NpgsqlException>(() => command.ExecuteScalarAsync(Ct));

        Assert.True(Outage.Is(failed));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1 + Connect + Connect - 1));
    }

    private Task<Result<Done>> AddAsync(string key) => _writer.WriteAsync<Done>(Caller.System, "Test", forum: null, scope =>
    {
        scope.Db.People.Add(new Person { Key = $"new-{key}", Name = key });
        return Task.FromResult<Result<Done>>(default(Done));
    }, Ct);

    /// <summary>While it is silent nobody gets a connection, and whoever wants one waits until <see cref="GiveUp"/>.</summary>
    private sealed class Gate(IDbContextFactory<KlyngeContext> inner) : IDbContextFactory<KlyngeContext>
    {
        private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal bool IsSilent { get; set; }

        internal int Tries { get; private set; }

        internal Task Tried => _tried.Task;

        internal void GiveUp() => _over.SetResult();

        public KlyngeContext CreateDbContext() => inner.CreateDbContext();

        public async Task<KlyngeContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            if (IsSilent)
            {
                Tries++;
                _tried.TrySetResult();
                await _over.Task;
                throw new TimeoutException("The operation has timed out.");
            }

            return inner.CreateDbContext();
        }
    }

    private sealed class MovedTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Volatile.Read(ref _ticks);

        internal void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
    }
}
