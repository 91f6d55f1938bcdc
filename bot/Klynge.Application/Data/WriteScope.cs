using Klynge.Application.Messaging;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Data;

/// <summary>
/// The inside of one write: the context in its transaction and the instant that the whole use case goes by.
/// Nothing is saved by hand; <see cref="Writer"/> saves when the use case succeeds and rolls back when it refuses.
/// </summary>
public sealed class WriteScope
{
    private List<RowChange>? _rows;
    private List<CardKey>? _refreshes;

    internal WriteScope(KlyngeContext db, PreparedSql sql, WriteIntent intent, Instant now)
    {
        (Db, Sql, Intent, Now) = (db, sql, intent, now);
    }

    public KlyngeContext Db { get; }

    /// <summary>The same transaction, statement by statement: for what runs thousands of times a second. Say what it changed with <see cref="Record"/>.</summary>
    public PreparedSql Sql { get; }

    public WriteIntent Intent { get; }

    public Caller Caller => Intent.Caller;

    public Instant Now { get; }

    /// <summary>The Danish date of <see cref="Now"/>.</summary>
    public LocalDate Today => DanishTime.ToDanish(Now).Date;

    internal IReadOnlyList<RowChange> Rows => _rows ?? [];

    /// <summary>Shared cards that show something else from now on; their updates are written once for all use cases of the transaction.</summary>
    internal IReadOnlyList<CardKey> Refreshes => _refreshes ?? [];

    /// <summary>The use case has left something in the outbox, so the sender is woken when it is committed.</summary>
    internal bool HasMessages { get; set; }

    /// <summary>Puts a change that <see cref="Sql"/> made into the audit log; those of <see cref="Db"/> come there by themselves.</summary>
    public void Record(RowChange change) => (_rows ??= []).Add(change);

    internal void Refresh(CardKey key) => (_refreshes ??= []).Add(key);
}
