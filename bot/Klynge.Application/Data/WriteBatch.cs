using Klynge.Application.Audit;
using Klynge.Application.Data.Engines;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Data;

/// <summary>
/// Runs a batch of use cases in one transaction. A database that was away for a moment, or that another process got in the way of, is
/// tried again with the whole batch: nothing of a transaction that was not committed is there.
/// </summary>
internal sealed class WriteBatch(IDbContextFactory<KlyngeContext> contexts, IClock clock, TimeProvider time) : IAsyncDisposable
{
    /// <summary>So many share a commit at the most: enough to make the sync cheap, few enough to answer the first one soon.</summary>
    internal const int MaxJobs = 256;

    /// <summary>Together a second and a half, as long as a restart or a change of server takes to be noticed; then the person is told.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(1)];

    private readonly AuditLog _log = new();
    private WriterSession? _session;
    private DatabaseEngine? _engine;

    /// <summary>A transaction whose commit was sent and not answered.</summary>
    private string? _inDoubt;
    private bool _hasMessages;

    internal static TimeSpan LastPause => Pauses[^1];

    /// <summary>
    /// Why the last batch failed, when the database neither answered nor took a new connection and that took longer than a batch is tried
    /// again for: a server that is silent for five seconds, say. Null when it was answered, also by a refusal, or failed at once.
    /// </summary>
    internal StorageUnavailableException? Silence { get; private set; }

    /// <returns>Whether what was committed holds messages to send.</returns>
    internal async Task<bool> RunAsync(List<WriteJob> jobs)
    {
        (_inDoubt, Silence) = (null, null);
        var began = time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await TryAsync(jobs);
                jobs.ForEach(job => job.Complete());
                await TidyAsync(jobs.Count);
                return _hasMessages;
            }
            catch (Exception exception) when (Outage.Is(exception) || _session is { IsOpen: false })
            {
                var isLate = time.GetElapsedTime(began) > Outage.RetryWithin;
                if (isLate || attempt == Pauses.Length || !(_session is { IsOpen: false } || _engine?.IsWorthAnotherTry(exception) == true))
                {
                    var unavailable = new StorageUnavailableException(exception);
                    Silence = isLate && _session is not { IsOpen: true } ? unavailable : null;
                    return await FailAsync(jobs, unavailable);
                }
            }
            catch (Exception exception)
            {
                // A bug of ours outside a use case: its callers hear of it, and the writer lives on.
                return await FailAsync(jobs, exception);
            }

            await AbandonAsync();
            await Task.Delay(Pauses[attempt], time);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await AbandonAsync();
        _log.Dispose();
    }

    /// <summary>Everybody is answered already; a disk that fails here fails the next batch, on a new connection, with somebody to tell.</summary>
    private async Task TidyAsync(int useCases)
    {
        try
        {
            await _session!.TidyAsync(useCases);
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            await AbandonAsync();
        }
    }

    private async Task<bool> FailAsync(List<WriteJob> jobs, Exception exception)
    {
        await AbandonAsync();
        jobs.ForEach(job => job.Fail(exception));
        return false;
    }

    private async Task TryAsync(List<WriteJob> jobs)
    {
        _session ??= await OpenAsync();
        if (!(_session.Changes is not null && await TryAsync(jobs, eachBySavepoint: false)))
            await TryAsync(jobs, eachBySavepoint: true);
    }

    /// <returns>False when one of them wants to be taken back alone, and cannot be: nothing of the batch is in the database then.</returns>
    private async Task<bool> TryAsync(List<WriteJob> jobs, bool eachBySavepoint)
    {
        var (transaction, name) = await _session!.BeginAsync();
        await using (transaction)
        {
            // Alone by now, so the one in doubt has ended. A failover that lost it answers no.
            if (_inDoubt is { } earlier && await _session.WasCommittedAsync(earlier))
                return true;

            var run = new BatchRun(_session, _log, clock, eachBySavepoint);
            if (!await run.TryAllAsync(jobs.FindAll(job => !job.IsAnswered)))
                return false;

            _hasMessages = run.HasMessages;
            if (_hasMessages)
                _session.Announce();

            _inDoubt = name;
            await transaction.CommitAsync();
            return true;
        }
    }

    private async Task<WriterSession> OpenAsync()
    {
        var db = await contexts.CreateDbContextAsync();
        _engine = DatabaseEngine.Of(db);
        return await WriterSession.OpenAsync(db, _engine);
    }

    private async Task AbandonAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
        }
    }
}
