using Microsoft.Extensions.Hosting;

namespace Klynge.Functions.Invocations;

/// <summary>
/// Keeps the worker alive until what runs has come to an end. The Functions host asks it to end (a deployment, scaling in) and waits five
/// seconds; a job that is told of it in time leaves nothing half done and gives its lease back, so that the next instance goes on at once.
/// </summary>
internal sealed class RunningInvocations(IHostApplicationLifetime lifetime) : IHostedService
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;

    /// <summary>Cancelled once the worker has been asked to end.</summary>
    internal CancellationToken Stopping => lifetime.ApplicationStopping;

    internal IDisposable Begin()
    {
        lock (_lock)
        {
            _running++;
            return new Invocation(this);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>No longer than the shutdown may take: what does not listen is cut off, as by a kill.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            SetIdleWhenOver();

        await Task.WhenAny(_idle.Task, Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken));
    }

    private void End()
    {
        lock (_lock)
        {
            _running--;
            SetIdleWhenOver();
        }
    }

    private void SetIdleWhenOver()
    {
        if (_running == 0 && Stopping.IsCancellationRequested)
            _idle.TrySetResult();
    }

    private sealed class Invocation(RunningInvocations all) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
                all.End();
        }
    }
}
