using System.Buffers.Binary;
using Klynge.Application.Data.Engines;
using Microsoft.Data.Sqlite;

namespace Klynge.Application.Tests.Data.Engines;

/// <summary>The log begins anew when it has been copied: seen by its header after the next commit.</summary>
public sealed class SqliteLogTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-log-").FullName;
    private SqliteConnection _writer = null!;

    public ValueTask InitializeAsync()
    {
        _writer = new SqliteConnection($"Data Source={Path.Combine(_folder, "log.db")};Pooling=False");
        _writer.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; CREATE TABLE Rows (Id INTEGER PRIMARY KEY, Text TEXT)");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(SqliteLog.MaxPagesWhenBusy, 0)]
    [InlineData(SqliteLog.MaxPagesWhenQuiet - SqliteLog.FewInARow, SqliteLog.FewInARow)]
    public async Task Log_ThatGrewByManyUseCases_IsCopiedBesideTheWriterAndBeginsAnew(int atOnce, int oneByOne)
    {
        await using var log = new SqliteLog(_writer);
        Write(300);
        var before = BeginningsAfterACommit();
        await log.GrewAsync(atOnce);
        await GrowOneByOneAsync(log, oneByOne);

        while (BeginningsAfterACommit() == before)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await log.GrewAsync(1);
            await Task.Yield();
        }

        Assert.Equal(300L, Scalar("SELECT count(*) FROM Rows WHERE Text <> ''"));
    }

    [Theory]
    [InlineData(SqliteLog.MaxPagesWhenBusy - 1, 0)]
    [InlineData(SqliteLog.MaxPagesWhenQuiet - SqliteLog.FewInARow - 1, SqliteLog.FewInARow)]
    [InlineData(SqliteLog.MaxPagesWhenQuiet, SqliteLog.FewInARow - 1)]
    public async Task Log_OfFewerUseCases_IsLeftAlone(int atOnce, int oneByOne)
    {
        uint before;
        await using (var log = new SqliteLog(_writer))
        {
            Write(300);
            before = BeginningsAfterACommit();
            await log.GrewAsync(atOnce);
            await GrowOneByOneAsync(log, oneByOne);
        }

        Assert.Equal(before, BeginningsAfterACommit());
    }

    private static async Task GrowOneByOneAsync(SqliteLog log, int useCases)
    {
        for (var useCase = 0; useCase < useCases; useCase++)
            await log.GrewAsync(1);
    }

    private void Write(int rows)
    {
        for (var row = 0; row < rows; row++)
            Execute("INSERT INTO Rows (Text) VALUES ('en række, der fylder')");
    }

    /// <summary>The log's header counts how often it has begun anew (SQLite file format, 4.1: bytes 12 to 15).</summary>
    private uint BeginningsAfterACommit()
    {
        Execute("INSERT INTO Rows (Text) VALUES ('')");
        using var log = new FileStream(Path.Combine(_folder, "log.db-wal"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[16];
        log.ReadExactly(header);
        return BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(12));
    }

    private object? Scalar(string sql)
    {
        using var command = _writer.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private void Execute(string sql) => _ = Scalar(sql);
}
