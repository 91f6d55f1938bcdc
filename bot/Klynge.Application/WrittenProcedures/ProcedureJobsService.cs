using Klynge.Application.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Runs <see cref="ProcedureJobs"/> from the start of the process on, so that a deadline that passed while it was down is made up for at once.</summary>
public sealed partial class ProcedureJobsService(ProcedureJobs jobs, TimeProvider time, ILogger<ProcedureJobsService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await TryRunAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    /// <summary>A database or a library that is away for a moment must not end the jobs; the next run makes up for it.</summary>
    private async Task TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await jobs.RunAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is StorageUnavailableException || Outage.Is(exception))
        {
            LogAway(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The jobs of written procedures have stopped")]
    private partial void LogStopped();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The jobs of written procedures could not run; trying again soon")]
    private partial void LogAway(Exception exception);
}
