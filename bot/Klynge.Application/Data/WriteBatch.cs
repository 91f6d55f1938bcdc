using Klynge.Application.Audit;
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

    private const string Savepoint = "use_case";

    private KlyngeContext? _db;

    /// <returns>Whether anything was committed.</returns>
    internal async Task<bool> RunAsync(List<WriteJob> jobs)
    {
        var done = new List<WriteJob>(jobs.Count);
        try
        {
            _db ??= await OpenAsync();
            await using var transaction = await _db.Database.BeginTransactionAsync();
            foreach (var job in jobs)
            {
                if (await RunOneAsync(job, transaction))
                {
                    done.Add(job);
                }
            }

            await transaction.CommitAsync();
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            await AbandonAsync();
            var unavailable = new StorageUnavailableException(exception);
            jobs.ForEach(job => job.Fail(unavailable));
            return false;
        }

        done.ForEach(job => job.Complete());
        return done.Count > 0;
    }

    public async ValueTask DisposeAsync() => await AbandonAsync();

    private async Task<KlyngeContext> OpenAsync()
    {
        var db = await contexts.CreateDbContextAsync();
        db.Database.AutoSavepointsEnabled = false;
        await db.Database.OpenConnectionAsync();
        return db;
    }

    /// <summary>A use case that throws fails alone, unless the database itself has broken.</summary>
    private async Task<bool> RunOneAsync(WriteJob job, IDbContextTransaction transaction)
    {
        await transaction.CreateSavepointAsync(Savepoint);
        try
        {
            var scope = new WriteScope(_db!, job.Intent, clock.GetCurrentInstant());
            if (await RefusalOfAsync(job, scope) is { } error)
            {
                await transaction.RollbackToSavepointAsync(Savepoint);
                _db!.ChangeTracker.Clear();
                job.Refuse(error);
                Record(scope, "[]", error);
            }

            await _db!.SaveChangesAsync();
            await transaction.ReleaseSavepointAsync(Savepoint);
            return true;
        }
        catch (Exception exception) when (!Outage.Is(exception))
        {
            await transaction.RollbackToSavepointAsync(Savepoint);
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
        if (job.Intent.Caller.ActivityKey is { } activity && !await MarkProcessedAsync($"{activity}/{job.Intent.UseCase}", scope.Now))
        {
            return new AlreadyHandled();
        }

        if (await job.RunAsync(scope) is { } error)
        {
            return error;
        }

        _db!.ChangeTracker.DetectChanges();
        if (_db.ChangeTracker.HasChanges())
        {
            Record(scope, AuditChanges.Of(_db.ChangeTracker), error: null);
        }

        return null;
    }

    private async Task<bool> MarkProcessedAsync(string key, Instant now) =>
        await _db!.Database.ExecuteSqlAsync(
            $"""INSERT INTO "ProcessedActivities" ("Key", "At") VALUES ({key}, {now.ToDateTimeUtc()}) ON CONFLICT DO NOTHING""") == 1;

    private void Record(WriteScope scope, string changes, Error? error)
    {
        if (!scope.Intent.IsOnRecord || error is AlreadyHandled)
        {
            return;
        }

        _db!.Audit.Add(new AuditEntry
        {
            At = scope.Now,
            UseCase = scope.Intent.UseCase,
            ActorId = scope.Caller.PersonId,
            ForumId = scope.Intent.ForumId,
            ActivityKey = scope.Caller.ActivityKey,
            Refusal = error?.Code,
            Changes = changes,
        });
    }

    private async Task AbandonAsync()
    {
        if (_db is { } db)
        {
            _db = null;
            await db.DisposeAsync();
        }
    }
}
