using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Klynge.Application.Data.Engines;

/// <summary>
/// Copies SQLite's write-ahead log back into the database beside the writer instead of in its way. A log that is copied while it grows
/// is never quite copied, so the writer itself takes the short end that is left; then the log starts anew instead of growing.
/// </summary>
/// <param name="writer">The writer's connection, open.</param>
internal sealed class SqliteLog(DbConnection writer) : IAsyncDisposable
{
    /// <summary>Some ten thousand pages when all of them are votes.</summary>
    internal const int MostUseCases = 2_000;

    private const string Copy = "PRAGMA wal_checkpoint(PASSIVE)";

    private readonly SqliteConnection _reader = new(writer.ConnectionString);
    private int _useCases;
    private Task? _copying;

    /// <summary>Called by the writer between two transactions.</summary>
    /// <param name="useCases">How many the last one held.</param>
    internal async Task GrewAsync(int useCases)
    {
        _useCases += useCases;
        if (_copying is null)
        {
            if (_useCases >= MostUseCases)
            {
                _useCases = 0;
                _copying = Task.Run(CopyMostOfIt);
            }

            return;
        }

        if (_copying.IsCompleted)
        {
            await _copying;
            _copying = null;
            await using var rest = writer.CreateCommand();
            rest.CommandText = Copy;
            await rest.ExecuteNonQueryAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_copying is { } running)
        {
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _reader.DisposeAsync();
    }

    private void CopyMostOfIt()
    {
        if (_reader.State != ConnectionState.Open)
        {
            _reader.Open();
            using var setting = _reader.CreateCommand();
            setting.CommandText = "PRAGMA synchronous=FULL";
            setting.ExecuteNonQuery();
        }

        using var command = _reader.CreateCommand();
        command.CommandText = Copy;
        command.ExecuteNonQuery();
    }
}
