using System.Data.Common;
using Klynge.Application.Audit;
using Klynge.Domain.Forums;

namespace Klynge.Application.Data.Migrations;

/// <summary>
/// Gives the audit rows from before the chain their hashes, in the migration's transaction. What stood there until then is taken as it
/// is: the chain vouches for a row from this moment on. Reads columns by name and not the model, which will have changed by the time
/// an old database is brought up to date.
/// </summary>
internal static class ChainAudit
{
    /// <summary>The script that makes the columns.</summary>
    internal const string After = "0007_audit_chain";

    private const string Next = """
        SELECT "Sequence", "At", "UseCase", "ActorId", "ForumId", "SubjectId", "ActivityKey", "Refusal", "Changes"
        FROM "Audit" WHERE "Sequence" > @p0 ORDER BY "Sequence" LIMIT 1
        """;

    private const string SetHashes = """UPDATE "Audit" SET "PreviousHash" = @p1, "Hash" = @p2 WHERE "Sequence" = @p0""";

    internal static void Run(DbConnection connection, DbTransaction transaction)
    {
        using var sql = new PreparedSql(connection);
        sql.Join(transaction);
        var chain = new AuditChain();
        chain.Begin(sql);
        while (sql.First(Next, Read, chain.Head.Sequence) is { } entry)
        {
            chain.Take(entry);
            sql.Execute(SetHashes, entry.Sequence, entry.PreviousHash, entry.Hash);
        }

        chain.End(sql);
    }

    private static AuditEntry Read(DbDataReader row) => new()
    {
        Sequence = row.GetInt64(0),
        At = StoredInstant.FromDatabase(row.GetDateTime(1)),
        UseCase = row.GetString(2),
        ActorId = row.IsDBNull(3) ? null : new PersonId(row.GetGuid(3)),
        ForumId = row.IsDBNull(4) ? null : new ForumId(row.GetGuid(4)),
        SubjectId = row.IsDBNull(5) ? null : row.GetGuid(5),
        ActivityKey = row.IsDBNull(6) ? null : row.GetString(6),
        Refusal = row.IsDBNull(7) ? null : row.GetString(7),
        Changes = row.GetString(8),
    };
}
