using Klynge.Application.Messaging;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
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

    /// <summary>Forums that it changes something of which its rows do not say.</summary>
    internal List<ForumId> TouchedForums { get; } = [];

    /// <summary>The use case has left something in the outbox, so the sender is woken when it is committed.</summary>
    internal bool HasMessages { get; set; }

    /// <summary>It has asked whether its caller may, and been let in. Nothing on record of a person's doing, or of a forum, is saved without.</summary>
    internal bool HasEntered { get; set; }

    /// <summary>
    /// Lets in by a row of the table of rights what no permission decides: whoever the use case has found, in this transaction, to be whom
    /// the row names: the holder of a seat on a roll, the owner of a link.
    /// </summary>
    /// <exception cref="InvalidOperationException">The row names a permission, and that is to be asked for; or it is the system, which has one.</exception>
    internal void EnterBy(Right row) => HasEntered = row switch
    {
        ButtonRight { Needs: { } needs } => throw new InvalidOperationException($"{row.Name} needs {needs}: enter by it."),
        _ when Caller.IsSystem => throw new InvalidOperationException($"{Intent.UseCase}: the system enters by a permission of its row."),
        _ => true,
    };

    /// <summary>Stops what would be saved without.</summary>
    /// <exception cref="InvalidOperationException">The use case has not asked: a slip in our code.</exception>
    internal void CheckEntered()
    {
        if (!HasEntered && Intent.IsOnRecord && (!Caller.IsSystem || Intent.ForumId is not null))
            throw new InvalidOperationException($"{Intent.UseCase} would change something, and has not asked whether its caller may.");
    }

    /// <summary>Puts a change that <see cref="Sql"/> made into the audit log; those of <see cref="Db"/> come there by themselves.</summary>
    public void Record(RowChange change) => (_rows ??= []).Add(change);

    internal void Refresh(CardKey key) => (_refreshes ??= []).Add(key);
}

/// <summary>A row that a use case changed past the change tracker, by <see cref="PreparedSql"/>, as the audit log is to say it.</summary>
/// <param name="Before">Names in camel case, values as they are stored; null for a new row.</param>
/// <param name="After">Null for a row that was taken away.</param>
public sealed record RowChange(
    string Entity, Guid Id, IReadOnlyList<(string Name, object? Value)>? Before, IReadOnlyList<(string Name, object? Value)>? After);

/// <summary>What a write is for, as the audit log names it.</summary>
/// <param name="UseCase">The use case's own name.</param>
/// <param name="Caller">Who asked.</param>
/// <param name="ForumId">The forum it concerns; null for what belongs to none.</param>
/// <param name="IsOnRecord">False for the machinery's own book-keeping, which the audit log leaves out.</param>
/// <param name="SubjectId">The record that it is about, so that its history, refusals among them, can be found; null for none.</param>
public sealed record WriteIntent(string UseCase, Caller Caller, ForumId? ForumId = null, bool IsOnRecord = true, Guid? SubjectId = null);
