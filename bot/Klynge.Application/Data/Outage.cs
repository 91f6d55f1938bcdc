using System.Data.Common;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Klynge.Teams.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Klynge.Application.Data;

/// <summary>
/// Tells a database that cannot be read or written (full, read-only, locked, gone) from a statement that it refuses, which is a bug of ours.
/// </summary>
public static class Outage
{
    private const int SqliteConstraint = 19;

    /// <summary>A database that takes longer than this to fail is not tried again: people wait, and Teams for fifteen seconds only.</summary>
    internal static readonly TimeSpan RetryWithin = TimeSpan.FromSeconds(2);

    private const string Driver = "Npgsql", Sockets = "System.Net.Sockets";

    public static bool Is(Exception exception) => exception switch
    {
        StorageUnavailableException => true,

        // EF, a task or a driver has put something of its own around what went wrong.
        DbUpdateException or AggregateException or InvalidOperationException or TurnUnavailableException when exception.InnerException is { } inner => Is(inner),
        SqliteException sqlite => sqlite.SqliteErrorCode != SqliteConstraint,
        PostgresException postgres => !IsRefusal(postgres.SqlState),
        DbException or IOException => true,

        RegexMatchTimeoutException => false, // A TimeoutException by its type; it is ours, and fails its own use case alone.

        // Npgsql looks up the server's name and opens the connection before it has a wrapper of its own for what goes wrong.
        SocketException or TimeoutException => true,

        // A connection that broke under somebody else's hands says that it is not open, or that its socket is disposed of.
        InvalidOperationException => exception.Source is Driver or Sockets,
        _ => false,
    };

    /// <summary>Classes of SQLSTATE that speak of the statement and its data, not of the server: a value, a constraint, a trigger, a name.</summary>
    private static bool IsRefusal(string state) =>
        state.StartsWith("22", StringComparison.Ordinal)
        || state.StartsWith("23", StringComparison.Ordinal)
        || state.StartsWith("42", StringComparison.Ordinal)
        || state.StartsWith("P0", StringComparison.Ordinal);
}

/// <summary>
/// The database could not commit (disk full, read-only folder, locked for too long). Nothing of the use case is saved;
/// the person is told so and can try again.
/// </summary>
public sealed class StorageUnavailableException(Exception inner)
    : Exception("The database could not save the change.", inner);
