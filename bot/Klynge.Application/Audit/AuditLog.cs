using Klynge.Application.Data;
using Klynge.Domain.Common;

namespace Klynge.Application.Audit;

/// <summary>Adds a row to the audit log, in the transaction of what it tells of.</summary>
internal static class AuditLog
{
    private const string Insert = """
        INSERT INTO "Audit" ("At", "UseCase", "ActorId", "ForumId", "SubjectId", "ActivityKey", "Refusal", "Changes")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
        """;

    internal static void Done(WriteScope scope, string changes) => Add(scope, refusal: null, changes);

    internal static void Refused(WriteScope scope, Error error)
    {
        if (error is not AlreadyHandled)
        {
            Add(scope, error.Code, "[]");
        }
    }

    private static void Add(WriteScope scope, string? refusal, string changes)
    {
        var intent = scope.Intent;
        if (intent.IsOnRecord)
        {
            scope.Sql.Execute(
                Insert,
                scope.Now.ToDatabase(),
                intent.UseCase,
                intent.Caller.PersonId?.Value,
                intent.ForumId?.Value,
                intent.SubjectId,
                intent.Caller.ActivityKey,
                refusal,
                changes);
        }
    }
}
