using System.Data.Common;
using System.Globalization;
using Klynge.Application.Data.Engines;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Data;

/// <summary>
/// A number that is another one whenever an account belongs to another person, a name has changed or a chat belongs to another forum:
/// triggers count it up, so no process can change these and leave it. What is kept in memory holds for one number
/// (<see cref="FreshCache{TKey, TValue}"/>), so hosts on one database agree at once.
/// </summary>
/// <remarks>
/// SQLite: one row is read each time, on a connection that is kept for it: opening one costs ten times as much as the row, and a vote asks
/// three times. PostgreSQL: the number is kept for as long as this process hears of changes
/// (<see cref="DirectoryListener"/>), thirty seconds at the most, and read each time while it does not.
/// </remarks>
public sealed class DirectoryVersion(IDbContextFactory<KlyngeContext> contexts, IClock clock, TimeProvider? time = null) : IDisposable
{
    /// <summary>A connection can die without a word; nothing is believed for longer.</summary>
    internal static readonly Duration MaxAge = Duration.FromSeconds(30);

    private const string Read = """SELECT "Version" FROM "DirectoryVersion" WHERE "Id" = 1""";

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(1)];

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    private readonly Lock _lock = new();
    private readonly Lock _reading = new();
    private KlyngeContext? _kept;
    private DbCommand? _command;
    private bool _isOver;
    private long _heard;
    private bool _isListening;
    private (long Version, Instant At)? _known;

    /// <exception cref="DbException">The database is away: nothing is known.</exception>
    internal async ValueTask<long> ReadAsync(CancellationToken cancellationToken)
    {
        long heard;
        lock (_lock)
        {
            if (_isListening && _known is { } known && clock.GetCurrentInstant() - known.At < MaxAge)
                return known.Version;

            heard = _heard;
        }

        var now = clock.GetCurrentInstant();
        var version = await ReadRowAsync(cancellationToken);
        lock (_lock)
        {
            if (_isListening && heard == _heard)
                _known = (version, now);
        }

        return version;
    }

    /// <summary>Something has changed, or may have while nobody listened.</summary>
    internal void Heard()
    {
        lock (_lock)
        {
            (_isListening, _known) = (true, null);
            _heard++;
        }
    }

    internal void Deaf()
    {
        lock (_lock)
            (_isListening, _known) = (false, null);
    }

    public void Dispose()
    {
        lock (_reading)
        {
            _isOver = true;
            Drop();
        }
    }

    /// <summary>As patient as the writer: a vote whose write would survive a restart of the database must not fail on this row before.</summary>
    private async Task<long> ReadRowAsync(CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await TryReadRowAsync(cancellationToken);
            }
            catch (Exception exception) when (attempt < Pauses.Length && Outage.Is(exception) && _time.GetElapsedTime(began) < Outage.RetryWithin)
            {
                await Task.Delay(Pauses[attempt], _time, cancellationToken);
            }
        }
    }

    private async Task<long> TryReadRowAsync(CancellationToken cancellationToken)
    {
        lock (_reading)
        {
            if (_command is not null)
                return ReadKept(_command);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = CommandOf(db);
        var version = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        if (db.Database.IsSqlite())
            Keep();

        return version;
    }

    /// <summary>Waits for nobody: no writer holds a reader of SQLite up. One that fails is thrown away, and the next try opens another.</summary>
    private long ReadKept(DbCommand command)
    {
        try
        {
            return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
        catch
        {
            Drop();
            throw;
        }
    }

    private void Keep()
    {
        lock (_reading)
        {
            if (_isOver || _command is not null)
                return;

            _kept = contexts.CreateDbContext();
            _kept.Database.OpenConnection();
            _command = CommandOf(_kept);
        }
    }

    private void Drop()
    {
        _command?.Dispose();
        _kept?.Dispose();
        (_kept, _command) = (null, null);
    }

    private static DbCommand CommandOf(KlyngeContext db)
    {
        var command = NewCommands.On(db.Database.GetDbConnection());
        command.CommandText = Read;
        return command;
    }
}
