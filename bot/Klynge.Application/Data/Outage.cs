using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Data;

/// <summary>Tells a database that cannot be written (full, read-only, locked, gone) from a change that it refuses, which is a bug of ours.</summary>
public static class Outage
{
    private const int SqliteConstraint = 19;

    public static bool Is(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: DbException inner } => Is(inner),
        SqliteException sqlite => sqlite.SqliteErrorCode != SqliteConstraint,
        DbException or IOException => true,
        _ => false,
    };
}
