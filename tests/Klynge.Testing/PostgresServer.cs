using Npgsql;

namespace Klynge.Testing;

/// <summary>
/// The PostgreSQL that tests make their databases on: <c>KLYNGE_POSTGRES</c> is the connection string of somebody who may create
/// databases. <c>tests/postgres.sh</c> starts one.
/// </summary>
public static class PostgresServer
{
    private const string Sentence =
        "There is no PostgreSQL: set KLYNGE_POSTGRES to the connection string of a server, or start one with tests/postgres.sh.";

    public static bool IsThere => Address is not null;

    private static string? Address => Environment.GetEnvironmentVariable("KLYNGE_POSTGRES") is { Length: > 0 } set ? set : null;

    /// <summary>Makes a database; ends the test with a sentence where there is no server.</summary>
    /// <param name="template">A database that it is to be a copy of; null for an empty one.</param>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateAsync(string? template = null)
    {
        var server = RequiredTool.OrSkip(Address, Sentence);
        var name = $"klynge_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE {template ?? "template0"}");
        return ConnectionTo(server, name);
    }

    /// <summary>Takes a database away with whoever is still connected.</summary>
    public static async Task DropAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync(RequiredTool.OrSkip(Address, Sentence), $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>Makes a database to copy from, unless it is there already from an earlier run or another process.</summary>
    /// <param name="name">Says what is in it: another content, another name.</param>
    /// <param name="fill">Fills it, by its connection string.</param>
    public static async Task EnsureTemplateAsync(string name, Func<string, Task> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        var server = RequiredTool.OrSkip(Address, Sentence);
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var alone = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext($1)); ", connection) { Parameters = { new() { Value = name } } };
        await alone.ExecuteNonQueryAsync();
        await using var look = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (await look.ExecuteScalarAsync() is not null)
            return;

        var draft = $"{name}_draft";
        await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {draft} WITH (FORCE)");
        await ExecuteAsync(server, $"CREATE DATABASE {draft} TEMPLATE template0");
        await fill(ConnectionTo(server, draft));
        await ExecuteAsync(server, $"ALTER DATABASE {draft} RENAME TO {name}");
    }

    private static string ConnectionTo(string server, string database) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 20 }.ToString();

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
