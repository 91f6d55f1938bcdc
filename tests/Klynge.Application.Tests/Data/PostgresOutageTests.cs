using Klynge.Application.Data;
using Klynge.Application.Data.Engines;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Data;

/// <summary>A server that restarts, fails over or drops a connection: what was not committed is done again, what was is not.</summary>
public sealed class PostgresOutageTests : IAsyncLifetime
{
    private TestBoard _board = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _board = await TestBoard.CreateAsync(TestStore.Postgres);

    public async ValueTask DisposeAsync()
    {
        if (_board is not null)
            await _board.DisposeAsync();
    }

    [Fact]
    public async Task Write_AfterTheServerDroppedTheConnection_GoesThrough()
    {
        Assert.True((await AddAsync("first")).IsSuccess);
        await DropConnectionsAsync();

        Assert.True((await AddAsync("second")).IsSuccess);
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Write_ThatLosesItsConnectionHalfWay_IsDoneAgainWithItsWholeBatchAndOnce()
    {
        var runs = 0;
        var write = _board.Writer.WriteAsync<Done>(TestBoard.As(_board.Secretary, "act-1"), "Test", forum: null, async scope =>
        {
            scope.EnterBy(EventRights.Message);
            scope.Db.People.Add(new Person { Key = "new-half-way", Name = "x" });
            if (++runs == 1)
                await DropConnectionsAsync();

            return default(Done);
        }, Ct);
        var beside = Enumerable.Range(0, 5).Select(number => AddAsync($"beside-{number}")).ToList();

        Assert.True((await write).IsSuccess);
        Assert.All(await Task.WhenAll(beside), result => Assert.True(result.IsSuccess));
        Assert.Equal((2, 6), (runs, await CountAsync()));
        await using var db = _board.Open();
        Assert.Equal([1L, 2, 3, 4, 5, 6], await db.Audit.OrderBy(entry => entry.Sequence).Select(entry => entry.Sequence).ToListAsync(Ct));
    }

    [Fact]
    public async Task ATransaction_CanBeAskedWhetherItWasCommitted()
    {
        await using var db = _board.Open();
        var engine = DatabaseEngine.Of(db);
        string committed, rolledBack;
        await using (var transaction = await db.Database.BeginTransactionAsync(Ct))
        {
            committed = await engine.AcquireWriterLockAsync(db, Ct);
            await transaction.CommitAsync(Ct);
        }

        await using (await db.Database.BeginTransactionAsync(Ct))
            rolledBack = await engine.AcquireWriterLockAsync(db, Ct);

        Assert.True(await engine.WasCommittedAsync(db, committed));
        Assert.False(await engine.WasCommittedAsync(db, rolledBack));
    }

    [Fact]
    public async Task TwoWriters_OnOneDatabase_NeverMeetInTheMiddleOfAUseCase()
    {
        await using var other = new Writer(_board.Contexts, _board.Clock);
        var writes = Enumerable.Range(0, 100).Select(number => (number % 2 == 0 ? _board.Writer : other).WriteAsync<Done>(
            Caller.System, "Count", forum: null, async scope =>
            {
                var person = await scope.Db.People.SingleAsync(candidate => candidate.Key == "mads");
                person.Title = $"{int.Parse(person.Title ?? "0", System.Globalization.CultureInfo.InvariantCulture) + 1}";
                return default(Done);
            }, Ct));

        Assert.All(await Task.WhenAll(writes), result => Assert.True(result.IsSuccess));

        await using var db = _board.Open();
        Assert.Equal("100", (await db.People.SingleAsync(person => person.Key == "mads", Ct)).Title);
        Assert.Equal(100, await db.Audit.CountAsync(Ct));
    }

    private Task<Result<Done>> AddAsync(string key) => _board.Writer.WriteAsync<Done>(Caller.System, "Test", forum: null, scope =>
    {
        scope.Db.People.Add(new Person { Key = $"new-{key}", Name = key });
        return Task.FromResult<Result<Done>>(default(Done));
    }, Ct);

    private async Task<int> CountAsync()
    {
        await using var db = _board.Open();
        return await db.People.CountAsync(person => person.Key.StartsWith("new-"), Ct);
    }

    private async Task DropConnectionsAsync()
    {
        await using var db = _board.Open();
        await db.Database.ExecuteSqlRawAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", Ct);
    }
}
