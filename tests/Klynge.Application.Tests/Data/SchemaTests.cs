using System.Data.Common;
using Klynge.Application.Data;
using Klynge.Application.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Data;

/// <summary>The hand-written migrations and the model must say the same: every table, column, key and index.</summary>
public sealed class SchemaTests
{
    /// <summary>Tables that the model does not map: the migrations' own history and the full-text index.</summary>
    private static readonly string[] NotInTheModel = ["SchemaHistory", "SearchIndex", "sqlite_"];

    [Fact]
    public async Task MigratedSchema_EqualsTheModel()
    {
        await using var board = await TestBoard.CreateAsync();
        await using var migrated = board.Open();
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var model = new KlyngeContext(new DbContextOptionsBuilder<KlyngeContext>().UseSqlite(connection).Options);
        await model.Database.EnsureCreatedAsync();

        Assert.Equal(await DescribeAsync(model), await DescribeAsync(migrated));
    }

    [Fact]
    public async Task Migrating_ASecondTime_DoesNothing()
    {
        await using var board = await TestBoard.CreateAsync();

        Assert.Empty(await board.Contexts.MigrateAsync(board.Clock, CancellationToken.None));
    }

    [Fact]
    public async Task Migrating_ADatabaseOfANewerVersion_IsRefused()
    {
        await using var board = await TestBoard.CreateAsync();
        await using var db = board.Open();
        await db.Database.ExecuteSqlAsync($"INSERT INTO SchemaHistory VALUES ('9999_future', 'x')");

        await Assert.ThrowsAsync<InvalidOperationException>(() => board.Contexts.MigrateAsync(board.Clock, CancellationToken.None));
    }

    private static async Task<List<string>> DescribeAsync(KlyngeContext db)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var lines = new List<string>();
        foreach (var table in await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            if (NotInTheModel.Any(prefix => table.StartsWith(prefix, StringComparison.Ordinal)))
            {
                continue;
            }

            lines.AddRange(Prefix(table, await ReadAsync(connection, $"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{table}')")));
            lines.AddRange(Prefix(table, await ReadAsync(connection, $"SELECT \"table\", \"from\", \"to\", on_delete FROM pragma_foreign_key_list('{table}')")));
        }

        lines.AddRange(await ReadAsync(connection, "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"));
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Prefix(string table, IEnumerable<string> lines) => lines.Select(line => $"{table}: {line}");

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column).ToString())));
        }

        return rows;
    }
}
