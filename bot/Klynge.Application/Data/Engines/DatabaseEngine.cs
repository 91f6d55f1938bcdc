using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Data.Engines;

/// <summary>What the two databases are told differently. Everything else is the same context and the same SQL.</summary>
internal abstract class DatabaseEngine
{
    /// <summary>What <see cref="Announce"/> says.</summary>
    internal const string Messages = "klynge_outbox";

    /// <summary>What the triggers of <see cref="DirectoryVersion"/> say.</summary>
    internal const string DirectoryChanges = "klynge_directory";

    /// <summary>As it stands in the names of the migrations: <c>0001_foundation.NAME.sql</c>.</summary>
    internal abstract string Name { get; }

    /// <summary>The table of the migrations that were applied.</summary>
    internal abstract string HistoryTable { get; }

    internal static DatabaseEngine Of(KlyngeContext db) => db.Database.IsNpgsql() ? PostgresEngine.Instance : SqliteEngine.Instance;

    internal static bool IsPostgres(string connectionString) =>
        new DbConnectionStringBuilder { ConnectionString = connectionString } is var parts
        && (parts.ContainsKey("Host") || parts.ContainsKey("Server"));

    /// <summary>What holds for the database as a whole and is set outside a transaction, before the migrations.</summary>
    internal abstract Task PrepareDatabaseAsync(KlyngeContext db, CancellationToken cancellationToken);

    /// <summary>What the writer's connection needs, once.</summary>
    internal abstract Task PrepareWriterAsync(KlyngeContext db);

    /// <summary>The log that the writer looks after; null where the server does.</summary>
    internal abstract SqliteLog? LogOf(KlyngeContext db);

    /// <summary>
    /// How many rows the connection has changed since it was opened, also those that were rolled back; null where only the server could
    /// tell.
    /// </summary>
    internal abstract long? ChangesOf(KlyngeContext db);

    /// <summary>Keeps every other writer out until the transaction ends, whichever process it belongs to.</summary>
    /// <returns>A name to ask for the transaction's fate by, for <see cref="WasCommittedAsync"/>.</returns>
    internal abstract Task<string> AcquireWriterLockAsync(KlyngeContext db, CancellationToken cancellationToken);

    /// <summary>Lets the other processes know, by the commit of the writer's transaction, that it leaves messages to send.</summary>
    internal virtual void Announce(PreparedSql sql)
    {
    }

    /// <summary>Listens for what other processes say until it is stopped or the connection breaks; ends at once where nobody says anything.</summary>
    /// <param name="channel"><see cref="Messages"/> or <see cref="DirectoryChanges"/>.</param>
    /// <param name="heard">Called once it listens, too: what was announced before is not heard any more.</param>
    internal virtual Task ListenAsync(KlyngeContext db, string channel, Action heard, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What became of a transaction whose commit was not answered; null when nobody knows.</summary>
    internal abstract Task<bool?> WasCommittedAsync(KlyngeContext db, string transaction);

    /// <summary>Whether the same transaction, begun anew, may well go through: nothing of it is in the database.</summary>
    internal abstract bool IsWorthAnotherTry(Exception exception);
}
