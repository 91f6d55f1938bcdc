using Klynge.Application.Data.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klynge.Application.Data;

/// <summary>Hears on PostgreSQL that another process has changed who is who (<see cref="DirectoryVersion"/>); on SQLite there is nothing to hear.</summary>
public sealed partial class DirectoryListener(
    DirectoryVersion version, IDbContextFactory<KlyngeContext> contexts, TimeProvider time, ILogger<DirectoryListener> logger) : BackgroundService
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TryListenAsync(stoppingToken))
            await Task.Delay(TryAgainAfter, time, stoppingToken);
    }

    /// <summary>Whatever breaks a connection, it must not end the host.</summary>
    /// <returns>False: the connection is gone.</returns>
    private async Task<bool> TryListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await DatabaseEngine.Of(db).ListenAsync(db, DatabaseEngine.DirectoryChanges, version.Heard, cancellationToken);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogDeaf(exception.GetType().FullName);
            return false;
        }
        finally
        {
            version.Deaf();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to listen for changes of other processes; retrying soon: {ExceptionType}")]
    private partial void LogDeaf(string? exceptionType);
}
