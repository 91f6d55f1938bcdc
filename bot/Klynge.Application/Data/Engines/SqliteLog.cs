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
    /// <summary>
    /// Commits share the disk with the copying, so it is done seldom while many wait: some 25,000 pages when all of them are votes.
    /// </summary>
    internal const int MaxPagesWhenBusy = 8_000;

    /// <summary>With nobody waiting the log is kept short: after a crash it is read from end to end at the start.</summary>
    internal const int MaxPagesWhenQuiet = 500;

    /// <summary>
    /// A transaction of so many use cases or fewer kept nobody waiting. One such comes by chance while many wait, too; so many in a row do
    /// not.
    /// </summary>
    private const int Few = 2;

    /// <inheritdoc cref="Few"/>
    internal const int FewInARow = 32;

    private const string Copy = "PRAGMA wal_checkpoint(PASSIVE)";

    private readonly SqliteConnection _reader = new(writer.ConnectionString);
    private int _useCases;
    private int _fewInARow;
    private Task? _copying;

    /// <summary>Called by the writer between two transactions.</summary>
    /// <param name="useCases">How many the last one held.</param>
    internal async Task GrewAsync(int useCases)
    {
        _useCases += useCases;
        _fewInARow = useCases <= Few ? _fewInARow + 1 : 0;
        if (_copying is null)
        {
            var manyWait = _fewInARow < FewInARow;
            if (_useCases >= (manyWait ? MaxPagesWhenBusy : MaxPagesWhenQuiet))
            {
                _useCases = 0;
                _copying = Task.Run(() => CopyMostOfIt(manyWait));
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
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        await _reader.DisposeAsync();
    }

    /// <param name="manyWait">
    /// SQLite sends the database to the disk only with the end of the log: tens of milliseconds in which the writer answers nobody. While
    /// many wait it is sent before, from here, and once more with what has come meanwhile. A single one who waits would notice it more
    /// often that way.
    /// </param>
    private void CopyMostOfIt(bool manyWait)
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
        if (manyWait)
        {
            SqliteFile.Sync(_reader);
            command.ExecuteNonQuery();
            SqliteFile.Sync(_reader);
        }
    }
}
