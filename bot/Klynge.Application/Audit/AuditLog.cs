using Klynge.Application.Data;
using Klynge.Domain.Common;

namespace Klynge.Application.Audit;

/// <summary>Adds rows to the audit log, in the transaction of what they tell of.</summary>
/// <remarks>Keeps its buffers from row to row, so one instance serves one thread.</remarks>
internal sealed class AuditLog : IDisposable
{
    private const string Insert = """
        INSERT INTO "Audit"
            ("Sequence", "At", "UseCase", "ActorId", "ForumId", "SubjectId", "ActivityKey", "Refusal", "Changes", "PreviousHash", "Hash")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10)
        """;

    private readonly AuditChanges _changes = new();

    internal AuditChain Chain { get; } = new();

    /// <summary>What a use case is about to change, as the log says it: known only until the changes are saved.</summary>
    internal string Describe(WriteScope scope) => _changes.Of(scope.Db.ChangeTracker, scope.Rows);

    internal void Done(WriteScope scope, string changes) => Add(scope, refusal: null, changes);

    internal void Refused(WriteScope scope, Error error)
    {
        if (error is not AlreadyHandled)
            Add(scope, error.Code, "[]");
    }

    public void Dispose() => _changes.Dispose();

    private void Add(WriteScope scope, string? refusal, string changes)
    {
        var intent = scope.Intent;
        if (!intent.IsOnRecord)
            return;

        var entry = new AuditEntry
        {
            At = scope.Now,
            UseCase = intent.UseCase,
            ActorId = intent.Caller.PersonId,
            ForumId = intent.ForumId,
            SubjectId = intent.SubjectId,
            ActivityKey = intent.Caller.ActivityKey,
            Refusal = refusal,
            Changes = changes,
        };
        Chain.Add(entry);
        scope.Sql.Execute(
            Insert,
            entry.Sequence,
            entry.At.ToDatabase(),
            entry.UseCase,
            entry.ActorId?.Value,
            entry.ForumId?.Value,
            entry.SubjectId,
            entry.ActivityKey,
            entry.Refusal,
            entry.Changes,
            entry.PreviousHash,
            entry.Hash);
    }
}
