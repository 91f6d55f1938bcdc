using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Klynge.Application.Tests.Support;

/// <summary>While it is on, whoever waits for the lock of the database's writer gives up after one second and not after five.</summary>
internal sealed class BriefLockWait : DbCommandInterceptor, IDbTransactionInterceptor
{
    internal bool IsOn { get; set; }

    /// <summary>SQLite waits when a transaction begins, as long as its connection says.</summary>
    public InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        if (IsOn && connection is SqliteConnection sqlite)
            sqlite.DefaultTimeout = 1;

        return result;
    }

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        new(TransactionStarting(connection, eventData, result));

    /// <summary>PostgreSQL waits where it is asked for the lock.</summary>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (IsOn && command.CommandText.Contains("pg_advisory_xact_lock", StringComparison.Ordinal))
            command.CommandText = $"SET LOCAL lock_timeout = '1s'; {command.CommandText}";

        return new(result);
    }
}
