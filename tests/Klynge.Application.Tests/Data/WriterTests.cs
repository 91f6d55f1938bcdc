using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Data;

public abstract class WriterTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : WriterTests(TestStore.Sqlite);

    public sealed class OnPostgres() : WriterTests(TestStore.Postgres);

    private TestBoard _board = null!;

    public async ValueTask InitializeAsync() => _board = await TestBoard.CreateAsync(store);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _board.DisposeAsync();
    }

    [Fact]
    public async Task Write_ThatSucceeds_IsThereAndOnRecordWithBeforeAndAfter()
    {
        await RenameAsync("Ny titel", TestBoard.As(_board.Secretary, "act-1"));

        await using var db = _board.Open();
        Assert.Equal("Ny titel", (await db.People.SingleAsync(person => person.Key == "mads")).Title);
        var entry = Assert.Single(await db.Audit.ToListAsync());
        Assert.Equal(("Rename", "act-1", null), (entry.UseCase, entry.ActivityKey, entry.Refusal));
        Assert.Equal(_board.Secretary.Id, entry.ActorId);
        Assert.Contains("\"before\":{\"title\":null},\"after\":{\"title\":\"Ny titel\"}", entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ThatRefuses_ChangesNothingAndIsOnRecord()
    {
        var result = await _board.Writer.WriteAsync<Done>(TestBoard.As(_board.Member), "Rename", _board.Forum.Id, async scope =>
        {
            (await scope.Db.People.SingleAsync(person => person.Key == "mads")).Title = "Konge";
            return new NotAllowed("Chefforum");
        });

        Assert.IsType<NotAllowed>(result.Error);
        await using var db = _board.Open();
        Assert.Null((await db.People.SingleAsync(person => person.Key == "mads")).Title);
        Assert.Equal("NotAllowed", Assert.Single(await db.Audit.ToListAsync()).Refusal);
    }

    [Fact]
    public async Task Write_ThatThrows_FailsAloneAmongOthersInItsBatch()
    {
        var writes = Enumerable.Range(0, 50).Select(number => number == 25
            ? Assert.ThrowsAsync<InvalidOperationException>(() => _board.Writer.WriteAsync<Done>(
                Caller.System, "Broken", forum: null, _ => throw new InvalidOperationException("bug")))
            : (Task)AddPersonAsync($"p{number}"));
        await Task.WhenAll(writes);

        await using var db = _board.Open();
        Assert.Equal(49, await db.People.CountAsync(person => EF.Functions.Like(person.Key, "p%")));
    }

    /// <summary>A use case that has forgotten to ask changes nothing, whoever calls it, and fails alone; one that only refuses need not ask.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Write_ThatHasNotAskedWhetherItsCallerMay_SavesNothingAndFailsAloneAmongOthers(bool byAPerson)
    {
        var caller = byAPerson ? TestBoard.As(_board.Secretary) : Caller.System;
        var writes = Enumerable.Range(0, 20).Select(number => number == 10 ? ForgetfulAsync() : (Task)AddPersonAsync($"p{number}"));
        await Task.WhenAll(writes);

        await using var db = _board.Open();
        Assert.Equal(19, await db.People.CountAsync(person => EF.Functions.Like(person.Key, "p%")));
        Assert.False(await db.People.AnyAsync(person => person.Key == "forgetful"));
        Assert.Equal(19, await db.Audit.CountAsync());

        async Task ForgetfulAsync()
        {
            var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => _board.Writer.WriteAsync<Done>(caller, "Forgetful", _board.Forum.Id, scope =>
            {
                scope.Db.People.Add(new Person { Key = "forgetful", Name = "Ingen" });
                return Task.FromResult<Result<Done>>(default(Done));
            }));
            Assert.Contains("has not asked", failed.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Write_ThatWouldEnterByARowWhereAPermissionIsNeeded_Fails()
    {
        await EnterByAsync(TestBoard.As(_board.Stranger), AgendaVerbs.Accept);
        await EnterByAsync(Caller.Of(JobRights.CloseProcedures), JobRights.CloseProcedures);
        await EnterByAsync(Caller.System, EventRights.Message);

        Task EnterByAsync(Caller caller, Right row) => Assert.ThrowsAsync<InvalidOperationException>(() => _board.Writer.WriteAsync<Done>(caller, "Rename", _board.Forum.Id, scope =>
        {
            scope.EnterBy(row);
            return Task.FromResult<Result<Done>>(default(Done));
        }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Write_ThatHasWrittenBeforeItRefusesOrThrows_IsTakenBackAloneAmongOthersInItsBatch(bool refuses)
    {
        var writes = Enumerable.Range(0, 50).Select(number => number == 25 ? SpoilAsync() : (Task)AddPersonAsync($"p{number}"));
        await Task.WhenAll(writes);

        await using var db = _board.Open();
        Assert.Equal(49, await db.People.CountAsync(person => EF.Functions.Like(person.Key, "p%")));
        Assert.Null((await db.People.SingleAsync(person => person.Key == "mads")).Title);
        Assert.Equal(refuses ? 1 : 0, await db.Audit.CountAsync(entry => entry.Refusal == "NotAllowed"));
        Assert.Equal(refuses ? 50 : 49, await db.Audit.CountAsync());

        async Task SpoilAsync()
        {
            var spoil = _board.Writer.WriteAsync<Done>(TestBoard.As(_board.Member, "act-1"), "Spoil", _board.Forum.Id, async scope =>
            {
                await scope.Db.People.Where(person => person.Key == "mads").ExecuteUpdateAsync(set => set.SetProperty(person => person.Title, "Konge"));
                return refuses ? new NotAllowed("Chefforum") : throw new InvalidOperationException("bug");
            });
            if (refuses)
                Assert.IsType<NotAllowed>((await spoil).Error);
            else
                await Assert.ThrowsAsync<InvalidOperationException>(() => spoil);
        }
    }

    [Fact]
    public async Task Write_ThatRefusesBeforeItHasWritten_RunsOnceAndIsHandledAnewWhenItComesAgain()
    {
        var runs = 0;
        for (var delivery = 1; delivery <= 2; delivery++)
        {
            var result = await _board.Writer.WriteAsync<Done>(TestBoard.As(_board.Member, "act-1"), "Rename", _board.Forum.Id, _ =>
            {
                runs++;
                return Task.FromResult<Result<Done>>(new NotAllowed("Chefforum"));
            });

            Assert.IsType<NotAllowed>(result.Error);
            Assert.Equal(delivery, runs);
        }

        await using var db = _board.Open();
        Assert.Empty(await db.ProcessedActivities.ToListAsync());
    }

    [Fact]
    public async Task Write_ThatOnlyTheCommitRefuses_IsToldAndLeavesTheWriterUsable()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => _board.Writer.WriteAsync<Done>(Caller.System, "Broken", forum: null, async scope =>
        {
            await scope.Db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = 1");
            await scope.Db.Database.ExecuteSqlRawAsync("""UPDATE "Members" SET "ForumId" = 'nowhere'""");
            return default(Done);
        }));

        Assert.True((await RenameAsync("Videre", TestBoard.As(_board.Secretary))).IsSuccess);
    }

    [Fact]
    public async Task Write_OfTheSameActivityTwice_HasOneEffect()
    {
        var first = await RenameAsync("Første", TestBoard.As(_board.Secretary, "act-7"));
        var second = await RenameAsync("Anden", TestBoard.As(_board.Secretary, "act-7"));

        Assert.True(first.IsSuccess);
        Assert.IsType<AlreadyHandled>(second.Error);
        await using var db = _board.Open();
        Assert.Equal("Første", (await db.People.SingleAsync(person => person.Key == "mads")).Title);
    }

    [Fact]
    public async Task Write_WhenTheDatabaseIsLockedByAnother_IsToldAndLeavesTheWriterUsable()
    {
        await using (await _board.Database.LockAsync(isWholeWait: true))
            await Assert.ThrowsAsync<StorageUnavailableException>(() => RenameAsync("Låst", TestBoard.As(_board.Secretary)));

        Assert.True((await RenameAsync("Åben", TestBoard.As(_board.Secretary))).IsSuccess);
    }

    /// <summary>SQLite's own limit stands in for a full disk, and the databases' own refusals for a read-only one; they end with the connection, which the writer is to let go of.</summary>
    [Theory]
    [InlineData(TestStore.Sqlite, "PRAGMA max_page_count = 1")]
    [InlineData(TestStore.Sqlite, "PRAGMA query_only = 1")]
    [InlineData(TestStore.Postgres, "SET default_transaction_read_only = on")]
    public async Task Write_WhenTheDiskIsFullOrReadOnly_IsToldAndLeavesTheWriterUsable(TestStore kind, string limit)
    {
        if (kind != store)
            return;

        await _board.Writer.WriteAsync<Done>(Caller.System, "Limit", forum: null, async scope =>
        {
            await scope.Db.Database.ExecuteSqlRawAsync(limit);
            return default(Done);
        });

        await Assert.ThrowsAsync<StorageUnavailableException>(() => RenameAsync(new string('x', 1_000_000), TestBoard.As(_board.Secretary)));
        _board.Database.CloseIdleConnections();

        Assert.True((await RenameAsync("Plads igen", TestBoard.As(_board.Secretary))).IsSuccess);
        await using var db = _board.Open();
        Assert.Equal("Plads igen", (await db.People.SingleAsync(person => person.Key == "mads")).Title);
    }

    [Theory]
    [InlineData("UPDATE \"Audit\" SET \"UseCase\" = 'x'")]
    [InlineData("DELETE FROM \"Audit\"")]
    public async Task Audit_CanOnlyBeAddedTo(string sql)
    {
        await RenameAsync("Ny titel", TestBoard.As(_board.Secretary));
        await using var db = _board.Open();

        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Equal("Rename", (await db.Audit.SingleAsync()).UseCase);
    }

    [Fact]
    public async Task Write_IsOnDiskWhenItIsAnswered()
    {
        var setting = store == TestStore.Sqlite ? "SELECT \"synchronous\" AS \"Value\" FROM pragma_synchronous" : "SELECT current_setting('synchronous_commit') AS \"Value\"";
        var synchronous = await _board.Writer.WriteAsync<string>(Caller.System, "Look", forum: null, async scope =>
            await scope.Db.Database.SqlQueryRaw<string>(setting).SingleAsync());

        Assert.Equal(store == TestStore.Sqlite ? "2" : "on", synchronous.Value);
    }

    [Fact]
    public async Task Write_ThatIsNotOverYet_KeepsNoReaderWaiting()
    {
        var begun = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var write = _board.Writer.WriteAsync<Done>(Caller.System, "Slow", forum: null, async scope =>
        {
            await scope.Db.People.Where(person => person.Key == "mads").ExecuteUpdateAsync(set => set.SetProperty(person => person.Title, "Ny"));
            begun.SetResult();
            await mayEnd.Task;
            return default(Done);
        });
        await begun.Task;

        await using var db = _board.Open();
        Assert.Null((await db.People.SingleAsync(person => person.Key == "mads")).Title);
        mayEnd.SetResult();
        Assert.True((await write).IsSuccess);
    }

    [Fact]
    public async Task Write_IsStampedWithTheInjectedClock()
    {
        _board.Clock.Advance(Duration.FromDays(3));
        await RenameAsync("Senere", TestBoard.As(_board.Secretary));

        await using var db = _board.Open();
        Assert.Equal(_board.Clock.GetCurrentInstant(), (await db.Audit.SingleAsync()).At);
    }

    private Task<Result<Done>> RenameAsync(string title, Caller caller) =>
        _board.Writer.WriteAsync<Done>(caller, "Rename", _board.Forum.Id, async scope =>
        {
            scope.EnterBy(EventRights.Message);
            (await scope.Db.People.SingleAsync(person => person.Key == "mads")).Title = title;
            return default(Done);
        });

    private Task<Result<Done>> AddPersonAsync(string key) =>
        _board.Writer.WriteAsync<Done>(Caller.System, "AddPerson", forum: null, scope =>
        {
            scope.Db.People.Add(new Person { Key = key, Name = key });
            return Task.FromResult<Result<Done>>(default(Done));
        });
}
