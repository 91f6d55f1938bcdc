using Klynge.Application.Data;
using Klynge.Domain.Common;

namespace Klynge.Application.Audit;

/// <summary>Adds a row to the audit log, in the transaction of what it tells of.</summary>
internal static class AuditLog
{
    private const string Insert = """
        INSERT INTO "Audit"
            ("Sequence", "At", "UseCase", "ActorId", "ForumId", "SubjectId", "ActivityKey", "Refusal", "Changes", "PreviousHash", "Hash")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10)
        """;

    internal static void Done(WriteScope scope, AuditChain chain, string changes) => Add(scope, chain, refusal: null, changes);

    internal static void Refused(WriteScope scope, AuditChain chain, Error error)
    {
        if (error is not AlreadyHandled)
        {
            Add(scope, chain, error.Code, "[]");
        }
    }

    private static void Add(WriteScope scope, AuditChain chain, string? refusal, string changes)
    {
        var intent = scope.Intent;
        if (!intent.IsOnRecord)
        {
            return;
        }

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
        chain.Add(entry);
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
