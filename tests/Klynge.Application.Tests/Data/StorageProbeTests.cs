using Klynge.Application.Data;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Data;

/// <summary>Whether something can be saved, asked by saving something.</summary>
public abstract class StorageProbeTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : StorageProbeTests(TestStore.Sqlite);

    public sealed class OnPostgres() : StorageProbeTests(TestStore.Postgres);

    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-probe-").FullName;
    private readonly StoodClock _time = new();
    private TestBoard _board = null!;

    public async ValueTask InitializeAsync() => _board = await TestBoard.CreateAsync(store);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);

        if (_board is not null)
            await _board.DisposeAsync();
    }

    [Fact]
    public async Task Storage_ThatIsWell_IsWritable_AndNothingIsLeftBehind()
    {
        Assert.True(await Probe().IsWritableAsync());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    /// <summary>As in <see cref="WriterTests"/>: the databases' own limits stand in for a full disk and a read-only one.</summary>
    [Theory]
    [InlineData(TestStore.Sqlite, "PRAGMA query_only = 1")]
    [InlineData(TestStore.Postgres, "SET default_transaction_read_only = on")]
    public async Task Database_ThatAnswersAndTakesNothing_IsNotWritable_AndIsAgainAfterwards(TestStore kind, string limit)
    {
        if (kind != store)
            return;

        await _board.Writer.WriteAsync<Done>(Caller.System, "Limit", forum: null, async scope =>
        {
            await scope.Db.Database.ExecuteSqlRawAsync(limit);
            return default(Done);
        });
        var probe = Probe();

        Assert.False(await probe.IsWritableAsync());
        await using (var db = _board.Open())
            Assert.True(await db.Database.CanConnectAsync(TestContext.Current.CancellationToken));

        _board.Database.CloseIdleConnections();
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.True(await probe.IsWritableAsync());
    }

    [Fact]
    public async Task Folder_ThatTakesNothing_IsNotWritable()
    {
        Directory.Delete(_folder);

        Assert.False(await Probe().IsWritableAsync());
    }

    /// <summary>A share of its own, beside a data folder that is well.</summary>
    [Fact]
    public async Task DocumentsFolder_ThatTakesNothing_IsNotWritable_AndOneThatIsNotThereYetIsNoTrouble()
    {
        var documents = Path.Combine(_folder, "documents");
        Assert.True(await Probe(documents).IsWritableAsync());
        Directory.CreateDirectory(documents);
        Assert.True(await Probe(documents).IsWritableAsync());
        Assert.Empty(Directory.EnumerateFileSystemEntries(documents));

        // Also for root, whom no permission stops: a folder of the process table takes no file.
        Assert.False(await Probe("/proc/self").IsWritableAsync());
    }

    /// <summary>Health can be asked by anybody, and must not become a way to keep the disk busy.</summary>
    [Fact]
    public async Task Storage_AskedAThousandTimesAtOnce_IsWrittenToOnce()
    {
        var probe = Probe();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => probe.IsWritableAsync()));
        var first = await OwnerAsync();
        await probe.IsWritableAsync();
        var second = await OwnerAsync();
        _time.Advance(TimeSpan.FromSeconds(6));
        await probe.IsWritableAsync();

        Assert.All(answers, Assert.True);
        Assert.Equal(first, second);
        Assert.NotEqual(first, await OwnerAsync());
    }

    private StorageProbe Probe(string? documents = null) => new(_board.Writer, _time, _folder, documents);

    private async Task<string> OwnerAsync()
    {
        await using var db = _board.Open();
        return (await db.Leases.SingleAsync(lease => lease.Name == "probe")).Owner;
    }

    private sealed class StoodClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan by) => _now += by.Ticks;
    }
}
