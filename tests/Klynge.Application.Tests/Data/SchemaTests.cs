using Klynge.Application.Data;
using Klynge.Application.Data.Migrations;
using Klynge.Application.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Data;

/// <summary>The hand-written migrations and the model must say the same: every table, column, key and index, on both databases.</summary>
public abstract class SchemaTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : SchemaTests(TestStore.Sqlite);

    public sealed class OnPostgres() : SchemaTests(TestStore.Postgres);

    private TestBoard _board = null!;

    public async ValueTask InitializeAsync() => _board = await TestBoard.CreateAsync(store);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _board.DisposeAsync();
    }

    [Fact]
    public async Task MigratedSchema_EqualsTheModel()
    {
        await using var migrated = _board.Open();
        await using var empty = await TestDatabase.CreateEmptyAsync(store);
        await using var model = empty.CreateDbContext();
        await model.Database.EnsureCreatedAsync();

        Assert.Equal(await SchemaDescription.OfAsync(model), await SchemaDescription.OfAsync(migrated));
    }

    [Fact]
    public async Task Migrating_ASecondTime_DoesNothing() =>
        Assert.Empty(await _board.Contexts.MigrateAsync(_board.Clock, CancellationToken.None));

    [Fact]
    public async Task Migrating_FromSeveralProcessesAtOnce_IsDoneByOne()
    {
        await using var empty = await TestDatabase.CreateEmptyAsync(store);

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => empty.MigrateAsync(_board.Clock, CancellationToken.None))));

        Assert.Single(applied, names => names.Count > 0);
    }

    [Fact]
    public async Task Migrating_ADatabaseOfANewerVersion_IsRefused()
    {
        await using var db = _board.Open();
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "SchemaHistory" VALUES ('9999_future', 'x')""");

        await Assert.ThrowsAsync<NewerDatabaseException>(() => _board.Contexts.MigrateAsync(_board.Clock, CancellationToken.None));
    }

    [Fact]
    public void EveryMigration_IsWrittenForBothDatabases()
    {
        var scripts = typeof(Migrator).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).ToList();

        Assert.Equal(Of(".sqlite.sql"), Of(".postgres.sql"));

        IEnumerable<string> Of(string end) =>
            scripts.Where(name => name.EndsWith(end, StringComparison.Ordinal)).Select(name => name[..^end.Length]).Order(StringComparer.Ordinal);
    }
}
