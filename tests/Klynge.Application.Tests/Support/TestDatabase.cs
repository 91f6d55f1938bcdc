using System.Security.Cryptography;
using Klynge.Application.Data;
using Klynge.Application.Data.Engines;
using Klynge.Application.Data.Migrations;
using Klynge.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;
using Npgsql;

namespace Klynge.Application.Tests.Support;

/// <summary>A real database of a test's own, migrated: a SQLite file, or a PostgreSQL database copied from a template. Disposed, it is gone.</summary>
public sealed class TestDatabase : IDbContextFactory<KlyngeContext>, IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static readonly Lazy<Task<byte[]>> MigratedFile = new(MakeFileAsync);

    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;
    private readonly BriefLockWait _lockWait = new();
    private readonly NpgsqlDataSource? _source;
    private readonly DbContextOptions<KlyngeContext> _options;

    private TestDatabase(string? postgres)
    {
        ConnectionString = postgres ?? $"Data Source={SqliteFile}";
        _source = postgres is null ? null : PostgresSource.Create(postgres);
        _options = OptionsOf(_source, ConnectionString, Selects, _lockWait);
    }

    /// <summary>What tests run on that do not say: SQLite, or PostgreSQL where <c>KLYNGE_TEST_DATABASE=postgres</c>.</summary>
    public static TestStore Default { get; } =
        Environment.GetEnvironmentVariable("KLYNGE_TEST_DATABASE") == "postgres" ? TestStore.Postgres : TestStore.Sqlite;

    public string ConnectionString { get; }

    public bool IsPostgres => _source is not null;

    public SelectCounter Selects { get; } = new();

    private string SqliteFile => Path.Combine(_folder, "klynge.db");

    public static async Task<TestDatabase> CreateAsync(TestStore? store)
    {
        if ((store ?? Default) == TestStore.Postgres)
            return new TestDatabase(await PostgresServer.CreateAsync(await Template.Value));

        return await CopyAsync(await MigratedFile.Value);
    }

    /// <param name="file">The whole SQLite file of another one (<see cref="ReadAsync"/>).</param>
    internal static async Task<TestDatabase> CopyAsync(byte[] file)
    {
        var database = await CreateEmptyAsync(TestStore.Sqlite);
        await File.WriteAllBytesAsync(database.SqliteFile, file);
        return database;
    }

    /// <summary>The whole SQLite file; what is only in its log is brought into it first.</summary>
    internal async Task<byte[]> ReadAsync()
    {
        await using var db = CreateDbContext();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return await File.ReadAllBytesAsync(SqliteFile);
    }

    /// <summary>Nothing in it, not even a table.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(TestStore store) =>
        new(store == TestStore.Postgres ? await PostgresServer.CreateAsync() : null);

    /// <summary>Keeps every writer of the database waiting, as another process does that has stopped in the middle of its transaction.</summary>
    /// <param name="isWholeWait">Each gives up after the product's five seconds; else after one.</param>
    public async Task<IAsyncDisposable> LockAsync(bool isWholeWait = false)
    {
        var db = CreateDbContext();
        await db.Database.BeginTransactionAsync();
        await DatabaseEngine.Of(db).AcquireWriterLockAsync(db, CancellationToken.None);
        _lockWait.IsOn = !isWholeWait;
        return db;
    }

    /// <summary>Those of the pool that nobody has, so that whoever connects next has a new one.</summary>
    public void CloseIdleConnections()
    {
        if (_source is not null)
            return;

        using var db = CreateDbContext();
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }

    public KlyngeContext CreateDbContext() => new(_options);

    public async ValueTask DisposeAsync()
    {
        CloseIdleConnections();
        Directory.Delete(_folder, recursive: true);
        if (_source is not null)
        {
            await _source.DisposeAsync();
            await PostgresServer.DropAsync(ConnectionString);
        }
    }

    private static DbContextOptions<KlyngeContext> OptionsOf(NpgsqlDataSource? source, string connectionString, params IInterceptor[] interceptors)
    {
        var builder = new DbContextOptionsBuilder<KlyngeContext>();
        return (DbContextOptions<KlyngeContext>)(source is null ? builder.UseKlyngeSqlite(connectionString) : builder.UseKlyngePostgres(source)).AddInterceptors(interceptors).Options;
    }

    /// <summary>Migrated once and copied for each test. Its name follows from the migrations, so that changed ones make a new one.</summary>
    private static async Task<string> MakeTemplateAsync()
    {
        var name = $"klynge_template_{Convert.ToHexStringLower(HashOfMigrations())[..16]}";
        await PostgresServer.EnsureTemplateAsync(name, async connectionString =>
        {
            await using var source = PostgresSource.Create(connectionString);
            await using var db = new KlyngeContext(OptionsOf(source, connectionString));
            await new Migrator(db, SystemClock.Instance).MigrateAsync(CancellationToken.None);
        });
        return name;
    }

    /// <summary>Thirty scripts take longer than most tests, so they run once, and each test begins with a copy of the file.</summary>
    private static async Task<byte[]> MakeFileAsync()
    {
        await using var database = await CreateEmptyAsync(TestStore.Sqlite);
        await database.MigrateAsync(SystemClock.Instance, CancellationToken.None);
        return await database.ReadAsync();
    }

    private static byte[] HashOfMigrations()
    {
        var assembly = typeof(Migrator).Assembly;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".postgres.sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var script = assembly.GetManifestResourceStream(name)!;
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            hash.AppendData(SHA256.HashData(script));
        }

        return hash.GetHashAndReset();
    }
}
