using Klynge.Application.Audit;
using Klynge.Application.Search;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace Klynge.Application.Data;

/// <summary>Runs a batch of use cases in one transaction on the writer's own context, which lives until something breaks.</summary>
internal sealed class WriteBatch(IDbContextFactory<KlyngeContext> contexts, IClock clock) : IAsyncDisposable
{
    /// <summary>So many share a commit at the most: enough to make the sync cheap, few enough to answer the first one soon.</summary>
    internal const int MostJobs = 256;

    private const string Save = "SAVEPOINT use_case";
    private const string Undo = "ROLLBACK TO use_case";
    private const string Release = "RELEASE use_case";

    private readonly AuditChain _chain = new();
    private KlyngeContext? _db;
    private PreparedSql? _sql;
    private bool _hasMessages;

    /// <returns>Whether what was committed holds messages to send.</returns>
    internal async Task<bool> RunAsync(List<WriteJob> jobs)
    {
        var done = new List<WriteJob>(jobs.Count);
        _hasMessages = false;
        try
        {
            _db ??= await OpenAsync();
            await using var transaction = await _db.Database.BeginTransactionAsync();
            _sql!.Join(transaction.GetDbTransaction());
            if (jobs.Exists(job => job.Intent.IsOnRecord))
            {
                _chain.Begin(_sql);
            }

            foreach (var job in jobs)
            {
                if (await RunOneAsync(job))
                {
                    done.Add(job);
                }
            }

            _chain.End(_sql);
            await transaction.CommitAsync();
        }
        catch (Exception exception)
        {
            // Also a bug that only the commit brings to light: whoever waits is told, and the writer lives on for the others.
            await AbandonAsync();
            var failure = Outage.Is(exception) ? new StorageUnavailableException(exception) : exception;
            jobs.ForEach(job => job.Fail(failure));
            return false;
        }

        done.ForEach(job => job.Complete());
        return _hasMessages;
    }

    public async ValueTask DisposeAsync() => await AbandonAsync();

    private async Task<KlyngeContext> OpenAsync()
    {
        var db = await contexts.CreateDbContextAsync();
        db.Database.AutoSavepointsEnabled = false;
        await db.Database.OpenConnectionAsync();

        // These belong to the connection; this one is kept, and no other writes. A commit is on disk when it is answered. What a
        // savepoint would undo stays in memory, not in a temporary file: a page written for every page that a use case touches. The
        // cache holds the pages of a busy day, and the log is copied back every 16 MB instead of every 4.
        await db.Database.ExecuteSqlRawAsync(
            "PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4000");
        _sql = new PreparedSql(db.Database.GetDbConnection());
        return db;
    }

    /// <summary>A use case that throws fails alone, unless the database itself has broken.</summary>
    private async Task<bool> RunOneAsync(WriteJob job)
    {
        var head = _chain.Head;
        _sql!.Execute(Save);
        try
        {
            var scope = new WriteScope(_db!, _sql, job.Intent, clock.GetCurrentInstant());
            if (await RefusalOfAsync(job, scope) is { } error)
            {
                _sql.Execute(Undo);
                job.Refuse(error);
                AuditLog.Refused(scope, _chain, error);
            }

            _sql.Execute(Release);
            _hasMessages |= scope.HasMessages;
            return true;
        }
        catch (Exception exception) when (!Outage.Is(exception))
        {
            _sql.Execute(Undo);
            _chain.Head = head;
            job.Fail(exception);
            return false;
        }
        finally
        {
            _db?.ChangeTracker.Clear();
        }
    }

    private async Task<Error?> RefusalOfAsync(WriteJob job, WriteScope scope)
    {
        if (job.Intent.Caller.ActivityKey is { } activity && !MarkProcessed($"{activity}/{job.Intent.UseCase}", scope.Now))
        {
            return new AlreadyHandled();
        }

        if (await job.RunAsync(scope) is { } error)
        {
            return error;
        }

        _db!.ChangeTracker.DetectChanges();
        var isTracked = _db.ChangeTracker.HasChanges();
        if (isTracked || scope.Rows.Count > 0)
        {
            var changes = AuditChanges.Of(_db.ChangeTracker, scope.Rows);
            if (isTracked)
            {
                SearchIndex.Update(scope);
                await _db.SaveChangesAsync();
            }

            AuditLog.Done(scope, _chain, changes);
        }

        return null;
    }

    private bool MarkProcessed(string key, Instant now) => _sql!.Execute(
        """INSERT INTO "ProcessedActivities" ("Key", "At") VALUES (@p0, @p1) ON CONFLICT DO NOTHING""", key, now.ToDatabase()) == 1;

    private async Task AbandonAsync()
    {
        _sql?.Dispose();
        _sql = null;
        if (_db is { } db)
        {
            _db = null;
            await db.DisposeAsync();
        }
    }
}
