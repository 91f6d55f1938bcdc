using System.Data.Common;
using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Data;

/// <summary>Every table, column, key and index of a database, a line each, so that two databases can be compared.</summary>
internal static class SchemaDescription
{
    /// <summary>Tables that the model does not map: the migrations' own history, the full-text index, the number that triggers count.</summary>
    private static readonly string[] NotInTheModel = ["SchemaHistory", "SearchIndex", "DirectoryVersion", "PK_DirectoryVersion", "sqlite_"];

    private static readonly string[] Postgres =
    [
        """
        SELECT table_name, column_name, data_type, is_nullable, is_identity FROM information_schema.columns WHERE table_schema = 'public'
        """,
        """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        """,
        """
        SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'
        """,
    ];

    internal static async Task<List<string>> OfAsync(KlyngeContext db)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var lines = db.Database.IsNpgsql() ? await ReadAllAsync(connection, Postgres) : await OfSqliteAsync(connection);
        return [.. lines.Where(line => !NotInTheModel.Any(name => line.Trim('"').StartsWith(name, StringComparison.Ordinal))).Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> OfSqliteAsync(DbConnection connection)
    {
        var lines = new List<string>();
        foreach (var table in await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            lines.AddRange(Prefix(table, await ReadAsync(connection, $"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{table}')")));
            lines.AddRange(Prefix(table, await ReadAsync(connection, $"SELECT \"table\", \"from\", \"to\", on_delete FROM pragma_foreign_key_list('{table}')")));
        }

        lines.AddRange(await ReadAsync(connection, "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"));
        return lines;
    }

    private static IEnumerable<string> Prefix(string table, IEnumerable<string> lines) => lines.Select(line => $"{table} | {line}");

    private static async Task<List<string>> ReadAllAsync(DbConnection connection, IEnumerable<string> queries)
    {
        var lines = new List<string>();
        foreach (var sql in queries)
            lines.AddRange(await ReadAsync(connection, sql));

        return lines;
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column).ToString())));

        return rows;
    }
}
