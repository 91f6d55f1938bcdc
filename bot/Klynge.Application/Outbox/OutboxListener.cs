using Klynge.Application.Data;
using Klynge.Application.Data.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Klynge.Application.Outbox;

/// <summary>
/// Hears of the messages that other processes leave, the functions above all: they are sent at once, and not when somebody looks again.
/// Only a help; whoever does not hear still looks.
/// </summary>
internal sealed partial class OutboxListener(IDbContextFactory<KlyngeContext> contexts, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);

    /// <summary>Listens until it is stopped, on a new connection whenever one breaks. Ends at once where nothing can be heard.</summary>
    /// <param name="heard">Called also when it begins to listen, for what came before.</param>
    /// <param name="cancellationToken">Stops it; that is no failure.</param>
    internal async Task ListenAsync(Action heard, CancellationToken cancellationToken)
    {
        try
        {
            while (!await TryListenAsync(heard, cancellationToken))
                await Task.Delay(TryAgainAfter, time, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    /// <returns>False: the connection is gone.</returns>
    private async Task<bool> TryListenAsync(Action heard, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await DatabaseEngine.Of(db).ListenAsync(db, DatabaseEngine.Messages, heard, cancellationToken);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogDeaf(exception);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Stopped listening to other processes")]
    private partial void LogStopped();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to listen to other processes; retrying soon")]
    private partial void LogDeaf(Exception exception);
}
