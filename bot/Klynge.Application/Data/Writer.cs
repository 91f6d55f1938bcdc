using System.Threading.Channels;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Data;

/// <summary>
/// The one writer of a process. It takes the use cases that are waiting, runs them one after the other in one transaction and answers
/// them all after the one commit: a write is on disk before anybody is told, and under load a hundred of them share one sync. A refusal
/// or an exception takes back its own use case and no other (<see cref="BatchRun"/>).
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    /// <summary>Bound of the queue: beyond it callers wait, so that memory stays flat however many requests come in.</summary>
    private const int MaxWaiting = 4096;

    private readonly Channel<WriteJob> _queue = Channel.CreateBounded<WriteJob>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly WriteBatch _batch;
    private readonly Task _loop;

    /// <param name="time">What the pauses of an outage are measured by; null for the machine's own.</param>
    public Writer(IDbContextFactory<KlyngeContext> contexts, IClock clock, TimeProvider? time = null)
    {
        _batch = new WriteBatch(contexts, clock, time ?? TimeProvider.System);
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Raised after each commit that put something into the outbox.</summary>
    public event EventHandler? MessagesWaiting;

    /// <summary>Runs a use case in the writer's transaction and returns when its changes are on disk.</summary>
    /// <param name="intent">What it is for; a caller with an activity key is answered with <see cref="AlreadyHandled"/> the second time.</param>
    /// <param name="work">Changes what it finds in the scope's context; never calls SaveChanges, never waits for anything but the database.</param>
    /// <param name="cancellationToken">Gives up waiting for a place in the queue; once taken up, the use case runs to its end.</param>
    /// <exception cref="StorageUnavailableException">The database could not be written; nothing is saved.</exception>
    public async Task<Result<T>> WriteAsync<T>(
        WriteIntent intent, Func<WriteScope, Task<Result<T>>> work, CancellationToken cancellationToken = default)
        where T : notnull
    {
        var job = new WriteJob<T>(intent, work);
        await _queue.Writer.WriteAsync(job, cancellationToken);
        return await job.Completion;
    }

    /// <inheritdoc cref="WriteAsync{T}(WriteIntent, Func{WriteScope, Task{Result{T}}}, CancellationToken)"/>
    public Task<Result<T>> WriteAsync<T>(
        Caller caller, string useCase, ForumId? forum, Func<WriteScope, Task<Result<T>>> work, CancellationToken cancellationToken = default)
        where T : notnull =>
        WriteAsync(new WriteIntent(useCase, caller, forum), work, cancellationToken);

    /// <summary>Finishes what is queued, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        await _batch.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var jobs = new List<WriteJob>(WriteBatch.MaxJobs);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (jobs.Count < WriteBatch.MaxJobs && _queue.Reader.TryRead(out var job))
                jobs.Add(job);

            if (await _batch.RunAsync(jobs))
                MessagesWaiting?.Invoke(this, EventArgs.Empty);

            jobs.Clear();
            if (_batch.Silence is { } silence)
                FailWaiting(silence);
        }
    }

    /// <summary>
    /// Whoever waits behind a silent database would wait for it as long again: 11 seconds behind somebody's 11, and Teams gives up after 15.
    /// So they fail together, and the next to come finds out anew.
    /// </summary>
    private void FailWaiting(StorageUnavailableException silence)
    {
        while (_queue.Reader.TryRead(out var job))
            job.Fail(silence);
    }
}
