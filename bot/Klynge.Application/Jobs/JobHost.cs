using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Jobs;

/// <summary>
/// Runs the jobs within a process, for local mode and small installations: looks each second for what is due and starts it beside what
/// runs already, so that a long upload holds up no deadline. It begins when the host has started: one that cannot listen on its address ends
/// at once, and takes away what a job would be in the middle of.
/// </summary>
public sealed partial class JobHost(JobRunner runner, TimeProvider time, ILogger<JobHost> logger) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly List<Task> _running = [];
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All services of the host have started, that which listens among them.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _started.TrySetResult();
        return Task.CompletedTask;
    }

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        try
        {
            await _started.Task.WaitAsync(stoppingToken);
            do
                await TryAsync(() => StartDueAsync(stoppingToken), stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }

        await Task.WhenAll(_running);
    }

    private async Task StartDueAsync(CancellationToken cancellationToken)
    {
        await PruneAsync();
        foreach (var job in await runner.DueAsync(cancellationToken))
            _running.Add(TryAsync(() => runner.RunAsync(job, cancellationToken), cancellationToken));
    }

    /// <summary>Awaits what has ended.</summary>
    private async Task PruneAsync()
    {
        foreach (var ended in _running.FindAll(task => task.IsCompleted))
        {
            _running.Remove(ended);
            await ended;
        }
    }

    /// <summary>
    /// Neither a database that is away for a moment nor a bug in the machinery ends the jobs: that would end the whole host, votes and all. The
    /// next look makes up for it.
    /// </summary>
    private async Task TryAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is StorageUnavailableException || Outage.Is(exception))
        {
            LogAway(exception);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Its text may quote what people wrote; its type and place do not.
            LogBug(exception.GetType().FullName, exception.StackTrace);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Stopped the jobs")]
    private partial void LogStopped();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to read or write the jobs in the database; retrying soon")]
    private partial void LogAway(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed to look after the jobs; retrying soon: {ExceptionType} {Stack}")]
    private partial void LogBug(string? exceptionType, string? stack);
}

internal static class RunningJobs
{
    /// <returns>The names of the leases that somebody holds.</returns>
    internal static async Task<IReadOnlySet<string>> RunningAsync(this KlyngeContext db, Instant now, CancellationToken cancellationToken)
    {
        var held = await db.Leases.AsNoTracking().Where(lease => lease.Until > now).Select(lease => lease.Name).ToListAsync(cancellationToken);
        return held.ToHashSet(StringComparer.Ordinal);
    }
}
