using System.Globalization;
using Klynge.Application.Data;
using Klynge.Application.Data.Engines;
using Klynge.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Klynge.Benchmarks.Votes;

/// <summary>A database of a benchmark's own: a SQLite file in a folder, or a new database on a PostgreSQL. Disposed, it is gone.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string? _folder;
    private readonly NpgsqlDataSource? _source;

    private BenchDatabase(string name, string connectionString, string? folder, NpgsqlDataSource? source) =>
        (Name, ConnectionString, _folder, _source) = (name, connectionString, folder, source);

    internal string Name { get; }

    internal string ConnectionString { get; }

    internal bool IsPostgres => _source is not null;

    internal DbContextOptions<KlyngeContext> Options
    {
        get
        {
            var builder = new DbContextOptionsBuilder<KlyngeContext>();
            return (DbContextOptions<KlyngeContext>)(_source is null ? builder.UseKlyngeSqlite(ConnectionString) : builder.UseKlyngePostgres(_source)).Options;
        }
    }

    internal static BenchDatabase Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-bench-").FullName;
        return new BenchDatabase("SQLite", $"Data Source={Path.Combine(folder, "klynge.db")}", folder, source: null);
    }

    /// <summary>On the server that <c>KLYNGE_POSTGRES</c> names.</summary>
    internal static async Task<BenchDatabase> PostgresAsync()
    {
        var connectionString = await PostgresServer.CreateAsync();
        return new BenchDatabase("PostgreSQL", connectionString, folder: null, PostgresSource.Create(connectionString));
    }

    /// <summary>Runs a benchmark on SQLite, and then on PostgreSQL where there is one.</summary>
    internal static async Task RunOnEachAsync(Func<BenchDatabase, Task> benchmark)
    {
        await using (var sqlite = Sqlite())
            await benchmark(sqlite);

        if (!PostgresServer.IsThere)
        {
            Console.WriteLine("PostgreSQL: name a server by --postgres or KLYNGE_POSTGRES.");
            return;
        }

        await using var postgres = await PostgresAsync();
        await benchmark(postgres);
    }

    /// <summary>What the server promises of a commit, without which its numbers say nothing.</summary>
    internal async Task<string> DescribeAsync()
    {
        if (_source is null)
            return "WAL, synchronous=FULL";

        await using var command = _source.CreateCommand("SELECT current_setting('server_version') || ', fsync ' || current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit')");
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }

        if (_source is not null)
        {
            await _source.DisposeAsync();
            await PostgresServer.DropAsync(ConnectionString);
        }
    }
}
