using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Klynge.Application.Data.Engines;

/// <summary>
/// Every statement has a command of its own. Npgsql hands the last command of a connection out again, and one whose wire broke while its
/// statement was being prepared (10.0.3: <c>NpgsqlBatchCommand.IsPreparing</c>) still believes so on the next wire: what runs on it then
/// fails, although the database is back, as »Received backend message DataRow while expecting ParseCompleteMessage«, as a
/// NullReferenceException or as »prepared statement "_auto1" already exists«.
/// </summary>
internal sealed class NewCommands : DbCommandInterceptor
{
    private NewCommands()
    {
    }

    internal static NewCommands Instance { get; } = new();

    public override InterceptionResult<DbCommand> CommandCreating(CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result) =>
        InterceptionResult<DbCommand>.SuppressWithResult(On(eventData.Connection));

    /// <summary>As <see cref="DbConnection.CreateCommand"/>, never one that ran before.</summary>
    internal static DbCommand On(DbConnection connection)
    {
        var command = DbProviderFactories.GetFactory(connection)!.CreateCommand()!;
        command.Connection = connection;
        return command;
    }
}
