using System.Reflection;
using Klynge.Application.Data.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace Klynge.Application.Data.Migrations;

/// <summary>
/// Brings a database up to date at start: the hand-written scripts <c>NNNN_name.PROVIDER.sql</c> in order, each once, all in one
/// transaction. A process that is killed half-way leaves nothing behind, and a second one that starts at the same time waits.
/// </summary>
public sealed class Migrator(KlyngeContext db, IClock clock)
{
    /// <returns>The names of the scripts that were applied now.</returns>
    /// <exception cref="NewerDatabaseException">The database was written by a newer version of the program.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        var engine = DatabaseEngine.Of(db);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await engine.PrepareDatabaseAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await engine.AcquireWriterLockAsync(db, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(engine.HistoryTable, cancellationToken);
        var scripts = Scripts(engine.Name);
        var applied = await AppliedAsync(transaction, cancellationToken);
        if (applied.Except(scripts.Select(script => script.Name), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new NewerDatabaseException(unknown);

        var missing = scripts.Where(script => !applied.Contains(script.Name, StringComparer.Ordinal)).ToList();
        foreach (var (name, sql) in missing)
            await ApplyAsync(transaction, name, sql, cancellationToken);

        await transaction.CommitAsync(cancellationToken);
        return [.. missing.Select(script => script.Name)];
    }

    /// <summary>Read at every start, so not by a query that EF would have to translate first.</summary>
    private async Task<List<string>> AppliedAsync(IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = NewCommands.On(db.Database.GetDbConnection());
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = """SELECT "Name" FROM "SchemaHistory" """;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
            names.Add(rows.GetString(0));

        return names;
    }

    /// <summary>Goes past EF's own command builder, which would read braces in a script as parameters.</summary>
    private async Task ApplyAsync(IDbContextTransaction transaction, string name, string sql, CancellationToken cancellationToken)
    {
        await using var command = NewCommands.On(db.Database.GetDbConnection());
        command.Transaction = transaction.GetDbTransaction();
        command.CommandTimeout = db.Database.GetCommandTimeout() ?? command.CommandTimeout;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
        if (name == ChainAudit.After)
            ChainAudit.Run(command.Connection!, transaction.GetDbTransaction());

        var now = clock.GetCurrentInstant().ToString();
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "SchemaHistory" ("Name", "AppliedAt") VALUES ({name}, {now})""", cancellationToken);
    }

    private static List<(string Name, string Sql)> Scripts(string provider)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var suffix = $".{provider}.sql";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("Migrations/", StringComparison.Ordinal) && name.EndsWith(suffix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => (name["Migrations/".Length..^suffix.Length], Read(assembly, name))),
        ];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
