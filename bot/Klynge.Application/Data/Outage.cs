using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Klynge.Application.Data;

/// <summary>Tells a database that cannot be written (full, read-only, locked, gone) from a change that it refuses, which is a bug of ours.</summary>
public static class Outage
{
    private const int SqliteConstraint = 19;

    public static bool Is(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: DbException inner } => Is(inner),
        SqliteException sqlite => sqlite.SqliteErrorCode != SqliteConstraint,
        PostgresException postgres => !IsRefusal(postgres.SqlState),
        DbException or IOException => true,
        _ => false,
    };

    /// <summary>Classes of SQLSTATE that speak of the statement and its data, not of the server: a value, a constraint, a trigger, a name.</summary>
    private static bool IsRefusal(string state) =>
        state.StartsWith("22", StringComparison.Ordinal)
        || state.StartsWith("23", StringComparison.Ordinal)
        || state.StartsWith("42", StringComparison.Ordinal)
        || state.StartsWith("P0", StringComparison.Ordinal);
}
