using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Audit;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Application.Search;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Data;

/// <summary>
/// The use cases of one transaction, one after the other. A use case that succeeds needs no savepoint, and neither does one that refuses
/// before it has written, as nearly all do; and savepoints are dear, since SQLite keeps a copy of every page that is touched behind one.
/// So a batch runs without them first, and again with one for each only when something must be taken back alone.
/// </summary>
internal sealed class BatchRun(WriterSession session, AuditLog log, IClock clock, bool eachBySavepoint)
{
    private const string Mark = """INSERT INTO "ProcessedActivities" ("Key", "At") VALUES (@p0, @p1) ON CONFLICT DO NOTHING""";
    private const string Unmark = """DELETE FROM "ProcessedActivities" WHERE "Key" = @p0""";

    private const string HistoricDay = """SELECT CAST("HistoricFrom" AS text) FROM "Forums" WHERE "Id" = @p0 AND "HistoricFrom" IS NOT NULL""";

    private readonly HashSet<CardKey> _refreshes = [];

    private readonly Dictionary<ForumId, LocalDate?> _historicFrom = [];

    /// <summary>Whether there is something to send once this is committed.</summary>
    internal bool HasMessages { get; private set; }

    /// <returns>False when one of them cannot be taken back alone: the whole transaction is to be rolled back.</returns>
    internal async Task<bool> TryAllAsync(List<WriteJob> jobs)
    {
        // The head of the audit log is other processes' as well: what was read in an earlier transaction is never written back.
        var isOnRecord = jobs.Exists(job => job.Intent.IsOnRecord);
        if (isOnRecord)
            log.Chain.Begin(session.Sql);

        foreach (var job in jobs)
        {
            if (!await TryOneAsync(job))
                return false;
        }

        HasMessages |= OutboxScope.Refresh(session.Sql, _refreshes, clock.GetCurrentInstant());
        if (isOnRecord)
            log.Chain.End(session.Sql);

        return true;
    }

    private async Task<bool> TryOneAsync(WriteJob job)
    {
        if (eachBySavepoint)
            session.CreateSavepoint();

        var now = clock.GetCurrentInstant();
        if (!TryMark(job, now))
            job.Refuse(new AlreadyHandled());
        else if (!await TryAsync(job, new WriteScope(session.Db, session.Sql, job.Intent, now)))
            return false;

        if (eachBySavepoint)
            session.ReleaseSavepoint();

        return true;
    }

    /// <summary>A use case that throws fails alone, unless the database itself has broken.</summary>
    private async Task<bool> TryAsync(WriteJob job, WriteScope scope)
    {
        var (head, before) = (log.Chain.Head, session.Changes);
        try
        {
            if (await RefusalOfAsync(job, scope) is not { } error)
            {
                _refreshes.UnionWith(scope.Refreshes);
                HasMessages |= scope.HasMessages;
                return true;
            }

            if (!TryUndo(job, before))
                return false;

            job.Refuse(error);
            log.Refused(scope, error);
            return true;
        }
        catch (Exception exception) when (!Outage.Is(exception) && session.IsOpen)
        {
            if (!TryUndo(job, before))
                return false;

            log.Chain.Head = head;
            job.Fail(exception);
            return true;
        }
        finally
        {
            session.Db.ChangeTracker.Clear();
        }
    }

    private async Task<Error?> RefusalOfAsync(WriteJob job, WriteScope scope)
    {
        if (await job.RunAsync(scope) is { } error)
            return error;

        var db = scope.Db;
        db.ChangeTracker.DetectChanges();
        var isTracked = db.ChangeTracker.HasChanges();
        if (isTracked || scope.Rows.Count > 0)
        {
            scope.CheckEntered();
            if (IsHistoric(scope))
                return new ForumIsHistoric();

            var changes = log.Describe(scope);
            if (isTracked)
            {
                SearchIndex.Update(scope);
                DecisionCards.Follow(scope);
                await db.SaveChangesAsync();
            }

            log.Done(scope, changes);
        }

        return null;
    }

    /// <summary>
    /// Whether the use case would change something in a forum that is history, whatever it asked to be let in by. Asked here for all of them, once a
    /// forum and transaction. What the system does by the clock only finishes what was begun.
    /// </summary>
    private bool IsHistoric(WriteScope scope)
    {
        if (!scope.Intent.IsOnRecord || scope.Caller.IsSystem)
            return false;

        return (scope.Intent.ForumId is { } named ? [named] : ForumsOfRows(scope)).Any(forum => HistoricFrom(forum) <= scope.Today);
    }

    /// <summary>Of what names no forum, such as a contribution that somebody of another one owes: those of the rows that it changes.</summary>
    private static HashSet<ForumId> ForumsOfRows(WriteScope scope) =>
    [
        .. scope.TouchedForums,
        .. scope.Db.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Metadata.FindProperty(nameof(WriteIntent.ForumId)) is not null)
            .Select(entry => entry.Property(nameof(WriteIntent.ForumId)).CurrentValue).OfType<ForumId>(),
    ];

    private LocalDate? HistoricFrom(ForumId forum)
    {
        if (!_historicFrom.TryGetValue(forum, out var from))
            _historicFrom[forum] = from = session.Sql.First(HistoricDay, row => row.GetString(0), forum.Value) is { } day ? LocalDatePattern.Iso.Parse(day).Value : null;

        return from;
    }

    /// <param name="before">How many changes there were when the use case began.</param>
    /// <returns>False when it has written something, and there is no savepoint to go back to.</returns>
    private bool TryUndo(WriteJob job, long? before)
    {
        if (eachBySavepoint)
        {
            session.RollbackToSavepoint();
            return true;
        }

        if (session.Changes != before)
            return false;

        if (KeyOf(job) is { } key)
            session.Sql.Execute(Unmark, key);

        return true;
    }

    /// <returns>False when the same activity has been through this use case before.</returns>
    private bool TryMark(WriteJob job, Instant now) => KeyOf(job) is not { } key || session.Sql.Execute(Mark, key, now.ToDatabase()) == 1;

    private static string? KeyOf(WriteJob job) => job.Intent.Caller.ActivityKey is { } activity ? $"{activity}/{job.Intent.UseCase}" : null;
}
