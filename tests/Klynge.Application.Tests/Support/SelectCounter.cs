using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Klynge.Application.Tests.Support;

/// <summary>Counts what is asked of the database: every SELECT that goes through a context, also one of the writer's. Its lock on PostgreSQL asks nothing.</summary>
public sealed class SelectCounter : DbCommandInterceptor
{
    private readonly Lock _lock = new();
    private readonly List<string> _selects = [];

    /// <summary>What was asked since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_lock)
        {
            string[] taken = [.. _selects];
            _selects.Clear();
            return taken;
        }
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Count(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count(command);
        return ValueTask.FromResult(result);
    }

    private void Count(DbCommand command)
    {
        lock (_lock)
        {
            var text = command.CommandText.TrimStart();
            if (text.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) && !text.Contains("pg_advisory_xact_lock", StringComparison.Ordinal))
                _selects.Add(text);
        }
    }
}
