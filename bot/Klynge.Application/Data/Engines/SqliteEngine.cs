using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Klynge.Application.Data.Engines;

/// <summary>SQLite: one file. A transaction of EF begins with BEGIN IMMEDIATE, so there is one writer at a time by nature.</summary>
internal sealed class SqliteEngine : DatabaseEngine
{
    private SqliteEngine()
    {
    }

    internal static SqliteEngine Instance { get; } = new();

    internal override string Name => "sqlite";

    internal override string HistoryTable =>
        """CREATE TABLE IF NOT EXISTS "SchemaHistory" ("Name" TEXT NOT NULL PRIMARY KEY, "AppliedAt" TEXT NOT NULL)""";

    /// <summary>Readers never wait for the writer. It stays with the file, and cannot be set within a transaction.</summary>
    internal override Task PrepareDatabaseAsync(KlyngeContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);

    /// <summary>
    /// These belong to the connection; the writer's is kept, and no other writes. A commit is on disk when it is answered. What a
    /// savepoint would undo stays in memory, not in a temporary file: a page written for every page that a use case touches. The cache
    /// holds the pages that a busy hour goes back to; more would be slower, because a commit whose trees were balanced looks through all
    /// of it. The log is copied back by <see cref="SqliteLog"/>, and by a commit only where that is not enough.
    /// </summary>
    internal override Task PrepareWriterAsync(KlyngeContext db) => db.Database.ExecuteSqlRawAsync(
        "PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8192; PRAGMA wal_autocheckpoint=32000");

    internal override SqliteLog LogOf(KlyngeContext db) => new(db.Database.GetDbConnection());

    internal override long? ChangesOf(KlyngeContext db) => raw.sqlite3_total_changes(((SqliteConnection)db.Database.GetDbConnection()).Handle);

    internal override Task<string> AcquireWriterLockAsync(KlyngeContext db, CancellationToken cancellationToken) => Task.FromResult(string.Empty);

    /// <summary>No wire to break between the program and its file: a commit that failed has failed.</summary>
    internal override Task<bool?> WasCommittedAsync(KlyngeContext db, string transaction) => Task.FromResult<bool?>(false);

    /// <summary>The driver has waited for a lock already, and a full disk stays full.</summary>
    internal override bool IsWorthAnotherTry(Exception exception) => false;
}
