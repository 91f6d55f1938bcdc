using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Klynge.Application.Data.Engines;

/// <summary>
/// PostgreSQL: many processes on one database. What SQLite gives by its nature, one writer at a time, an advisory lock gives here,
/// taken first in every writing transaction and let go by its end, also when the process dies.
/// </summary>
internal sealed class PostgresEngine : DatabaseEngine
{
    /// <summary>"Klynge" in ASCII. Advisory locks belong to the database, so nobody else's can meet it.</summary>
    private const long WritersLock = 0x4B6C796E6765;

    /// <summary>
    /// How long to wait for the other writers, as SQLite's driver does; and how long a writer that was frozen in the middle of its
    /// transaction may keep the others waiting before the server ends it.
    /// </summary>
    private const string WriterTimeouts = "SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '10s'";

    private const string Announcement = $"SELECT pg_notify('{Messages}', '')";

    private PostgresEngine()
    {
    }

    internal static PostgresEngine Instance { get; } = new();

    internal override string Name => "postgres";

    internal override string HistoryTable =>
        """CREATE TABLE IF NOT EXISTS "SchemaHistory" ("Name" text NOT NULL PRIMARY KEY, "AppliedAt" text NOT NULL)""";

    /// <summary>A migration waits for another host's, and for as long as its scripts take.</summary>
    internal override Task PrepareDatabaseAsync(KlyngeContext db, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(0);
        return Task.CompletedTask;
    }

    internal override Task PrepareWriterAsync(KlyngeContext db) => db.Database.ExecuteSqlRawAsync(WriterTimeouts);

    internal override SqliteLog? LogOf(KlyngeContext db) => null;

    internal override long? ChangesOf(KlyngeContext db) => null;

    internal override async Task<string> AcquireWriterLockAsync(KlyngeContext db, CancellationToken cancellationToken)
    {
        // The id is read after the lock is held; asking for it gives the transaction one, which it is remembered by.
        var ids = await db.Database
            .SqlQuery<string>($"""SELECT pg_current_xact_id()::text AS "Value" FROM (SELECT pg_advisory_xact_lock({WritersLock}) OFFSET 0) AS alone""")
            .ToListAsync(cancellationToken);
        return ids[0];
    }

    internal override void Announce(PreparedSql sql) => sql.Execute(Announcement);

    internal override async Task ListenAsync(KlyngeContext db, string channel, Action heard, CancellationToken cancellationToken)
    {
        void OnNotification(object sender, NpgsqlNotificationEventArgs args) => heard();

        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        connection.Notification += OnNotification;
        try
        {
            await db.Database.ExecuteSqlRawAsync(channel == Messages ? $"LISTEN {Messages}" : $"LISTEN {DirectoryChanges}", cancellationToken);
            heard();
            while (true)
                await connection.WaitAsync(cancellationToken);
        }
        finally
        {
            connection.Notification -= OnNotification;
        }
    }

    internal override async Task<bool?> WasCommittedAsync(KlyngeContext db, string transaction)
    {
        var fate = await db.Database
            .SqlQuery<string?>($"""SELECT pg_xact_status({transaction}::xid8) AS "Value" """)
            .ToListAsync();
        return fate[0] switch { "committed" => true, "aborted" => false, _ => null };
    }

    internal override bool IsWorthAnotherTry(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: NpgsqlException inner } => IsWorthAnotherTry(inner),
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => false,
        NpgsqlException postgres => postgres.IsTransient,
        _ => false,
    };
}
