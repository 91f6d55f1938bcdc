using System.Collections.Concurrent;
using Klynge.Application.Data;
using Klynge.Application.Data.Engines;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace Klynge.Application.Tests.Data;

/// <summary>
/// A connection to PostgreSQL breaks wherever it can: while it is opened, in the middle of what is asked and of what is answered, under one
/// reader and under many. Whatever comes of it, it is an outage, which people are told of, and never taken for a bug.
/// </summary>
public sealed class BrokenConnectionTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Wire _wire = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(TestStore.Postgres);
        var server = new NpgsqlConnectionStringBuilder(_database.ConnectionString);
        _wire = Wire.To(server.Host!, server.Port);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is null)
            return;

        await _wire.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData(nameof(ReadAsync))]
    [InlineData(nameof(WriteAsync))]
    public async Task Connection_ThatBreaksAfterEachByteOfAnExchange_IsAnOutage(string what)
    {
        var (wrong, broke, bytes, isWhole) = (new List<string>(), 0, 0, false);
        for (; !isWhole && wrong.Count == 0 && bytes < 1_000_000; bytes += 1 + (bytes / 12))
        {
            await using var contexts = Open();
            _wire.BreakAfter(bytes);
            try
            {
                await (what == nameof(ReadAsync) ? ReadAsync(contexts) : WriteAsync(contexts));
                isWhole = true;
            }
            catch (Exception exception)
            {
                broke++;
                if (!Outage.Is(exception))
                    wrong.Add($"after {bytes} bytes: {exception}");
            }

            _wire.Mend();
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(isWhole);
        Assert.True(broke > 40, $"only {broke} breaks within {bytes} bytes");
    }

    /// <summary>
    /// The wire breaks while nobody uses it, as when the server is started again at night; the next statement, which the driver may just have
    /// decided to have kept by the server, finds out. What it was in the middle of must not follow it to the next connection.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Connection_ThatBrokeWhileItLayIdle_IsGoodAgainOnceTheServerIsBack(int usesBefore)
    {
        await using var contexts = Open();
        await using var db = contexts.CreateDbContext();
        Assert.Equal(0, await db.Meetings.CountAsync(Ct));
        for (var use = 0; use < usesBefore; use++)
            Assert.Empty(await FindAsync(db));

        _wire.Cut();
        var broke = await Record.ExceptionAsync(() => FindAsync(db));
        _wire.Mend();

        Assert.True(broke is not null && Outage.Is(broke), $"{broke}");
        for (var use = 0; use < 3; use++)
        {
            Assert.Equal(0, await db.Meetings.CountAsync(Ct));
            Assert.Empty(await FindAsync(db));
        }
    }

    /// <summary>Twenty share five connections: one finds out while another is at it, a third waits for its turn in the pool.</summary>
    [Fact]
    public async Task Connections_ThatBreakUnderManyReaders_AreOutages()
    {
        var (wrong, broke) = (new ConcurrentBag<string>(), 0);
        await using var contexts = Open(maxPoolSize: 5);
        for (var round = 0; round < Rounds; round++)
        {
            using var over = new CancellationTokenSource();
            var readers = Enumerable.Range(0, 20).Select(async _ =>
            {
                while (!over.IsCancellationRequested)
                {
                    try
                    {
                        await ReadAsync(contexts);
                    }
                    catch (Exception exception)
                    {
                        Interlocked.Increment(ref broke);
                        if (!Outage.Is(exception))
                            wrong.Add($"{exception.Source}: {exception}");
                    }
                }
            }).ToList();
            await Task.Delay(20 + round, Ct);
            if (round % 2 == 0)
                _wire.Cut();
            else
                _wire.BreakAfter(round * 97);

            await Task.Delay(30, Ct);
            _wire.Mend();
            await Task.Delay(10, Ct);
            await over.CancelAsync();
            await Task.WhenAll(readers);
        }

        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Distinct()));
        Assert.True(broke > Rounds * 4, $"only {broke} breaks");
    }

    private static int Rounds { get; } = Environment.GetEnvironmentVariable("KLYNGE_EVERY_KILL") == "1" ? 400 : 12;

    private static Task<List<Person>> FindAsync(KlyngeContext db) =>
        db.People.AsNoTracking().Where(person => person.Key == "x").ToListAsync(Ct);

    /// <summary>By EF and by the driver itself, waiting and not, with and without a statement that the server keeps.</summary>
    private static async Task ReadAsync(Contexts contexts)
    {
        await using var db = contexts.CreateDbContext();
        for (var again = 0; again < 3; again++)
        {
            Assert.Empty(await FindAsync(db));
            Assert.Equal(0, db.Meetings.Count());
        }

        await using var command = NewCommands.On(db.Database.GetDbConnection());
        await db.Database.OpenConnectionAsync(Ct);
        command.CommandText = """SELECT "Version" FROM "DirectoryVersion" WHERE "Id" = 1""";
        await command.ExecuteScalarAsync(Ct);
    }

    private async Task WriteAsync(Contexts contexts)
    {
        await using var writer = new Writer(contexts, SystemClock.Instance, _withoutPauses);
        var written = await writer.WriteAsync<Done>(new WriteIntent("Test", new Caller(new PersonId(Guid.NewGuid())), IsOnRecord: false), scope =>
        {
            scope.EnterBy(EventRights.Message);
            scope.Db.Add(new Person { Key = $"{Guid.NewGuid():N}", Name = "X" });
            return Task.FromResult<Result<Done>>(default(Done));
        }, Ct);
        Assert.True(written.IsSuccess);
    }

    private readonly TimeProvider _withoutPauses = new TimeWithoutPauses();

    private Contexts Open(int maxPoolSize = 100)
    {
        var settings = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Host = "127.0.0.1", Port = _wire.Port, MaxPoolSize = maxPoolSize };
        return new Contexts(PostgresSource.Create(settings.ToString()));
    }

    private sealed class Contexts(NpgsqlDataSource source) : IDbContextFactory<KlyngeContext>, IAsyncDisposable
    {
        private readonly DbContextOptions<KlyngeContext> _options =
            (DbContextOptions<KlyngeContext>)new DbContextOptionsBuilder<KlyngeContext>().UseKlyngePostgres(source).Options;

        public KlyngeContext CreateDbContext() => new(_options);

        public ValueTask DisposeAsync() => source.DisposeAsync();
    }
}
