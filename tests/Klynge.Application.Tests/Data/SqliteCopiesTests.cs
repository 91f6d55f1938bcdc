using Klynge.Application.Data;
using Klynge.Application.Data.Engines;
using Klynge.Application.Tests.Support;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Klynge.Application.Tests.Data;

/// <summary>The copies of a SQLite database: one a day, whole, and the last seven of them.</summary>
public sealed class SqliteCopiesTests : IAsyncLifetime
{
    private static readonly LocalDate Day = new(2026, 1, 13);

    private TestBoard _board = null!;
    private SqliteCopies _copies = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(TestStore.Sqlite);
        _copies = SqliteCopies.Of(_board.Database.ConnectionString)!;
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public async Task Copy_OfADatabaseInUse_HoldsWhatIsCommitted_AndIsMadeAnewTheSameDay()
    {
        await _copies.MakeAsync(Day, Ct);
        await _board.AddMeetingAsync();
        await _copies.MakeAsync(Day, Ct);

        var copy = Assert.Single(Directory.GetFileSystemEntries(_copies.Folder));
        Assert.Equal("klynge-2026-01-13.db", Path.GetFileName(copy));
        Assert.Equal(1, Count(copy, "Meetings"));
        Assert.Equal(copy, _copies.Newest());
    }

    [Fact]
    public async Task Copies_OfMoreThanAWeek_AreTheLastSeven()
    {
        for (var day = 0; day < 10; day++)
            await _copies.MakeAsync(Day.PlusDays(day), Ct);

        Assert.Equal(
            Enumerable.Range(16, 7).Select(day => $"klynge-2026-01-{day}.db"),
            Directory.GetFiles(_copies.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Copy_OfABrokenDatabase_IsNotMade_AndTheEarlierOneStays()
    {
        await _copies.MakeAsync(Day, Ct);
        var file = new SqliteConnectionStringBuilder(_board.Database.ConnectionString).DataSource;
        await using (var checkpoint = new SqliteConnection(_board.Database.ConnectionString))
        {
            await checkpoint.OpenAsync(Ct);
            await using var command = checkpoint.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync(Ct);
        }

        await using (var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
            stream.SetLength(stream.Length / 8192 * 4096);

        await Assert.ThrowsAsync<SqliteException>(() => _copies.MakeAsync(Day, Ct));

        Assert.True(_copies.IsBroken());
        var copy = Assert.Single(Directory.GetFileSystemEntries(_copies.Folder));
        Assert.Equal(copy, _copies.Newest());
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Database=klynge")]
    [InlineData("Data Source=:memory:")]
    public void Database_ThatIsNoFile_HasNoCopies(string connectionString) => Assert.Null(SqliteCopies.Of(connectionString));

    [Fact]
    public async Task Job_OfTheNight_MakesTodaysCopy()
    {
        var job = new CopyDatabase(new ApplicationSettings(_board.Database.ConnectionString, "", new Uri("http://localhost")), _board.Clock);

        await job.HandleAsync(Ct);

        Assert.Equal("klynge-2026-01-13.db", Path.GetFileName(_copies.Newest()));
    }

    private static long Count(string file, string table)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT count(*) FROM "{table}" """;
        return (long)command.ExecuteScalar()!;
    }
}
