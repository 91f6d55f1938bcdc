using System.Data.Common;
using Klynge.Application.Data;

namespace Klynge.Application.Audit;

/// <summary>
/// Hands out numbers and hashes to the rows of one transaction after the other. Numbers come from the head, not from the database's
/// own counter, because a counter does not go back when a use case is rolled back and would leave holes that look like removed rows.
/// </summary>
internal sealed class AuditChain
{
    /// <summary>Changes nothing, and so holds the row until the commit in both databases: a second process waits here.</summary>
    private const string Lock = """UPDATE "AuditHead" SET "Id" = "Id" RETURNING "Sequence", "Hash" """;

    private const string MoveOn = """UPDATE "AuditHead" SET "Sequence" = @p0, "Hash" = @p1""";

    private readonly AuditHash _hash = new();
    private AuditHead _stored;

    internal AuditChain() => _stored = Head;

    /// <summary>The last row so far. Set back to what it was when a use case is rolled back.</summary>
    internal AuditHead Head { get; set; } = new() { Hash = AuditHash.Nothing.ToArray() };

    /// <summary>Reads the head and holds it. First in the transaction, so that no two processes wait for each other in a circle.</summary>
    /// <exception cref="IOException">Somebody has deleted the head: nothing more is written until the log has been looked at.</exception>
    internal void Begin(PreparedSql sql) => Head = _stored = sql.First(Lock, Read)
        ?? throw new IOException("The head of the audit log is gone. Run: audit verify");

    /// <summary>Gives a new row its number and its hashes; the next one follows on it.</summary>
    internal void Add(AuditEntry entry)
    {
        entry.Sequence = Head.Sequence + 1;
        Take(entry);
    }

    /// <summary>Gives a row that has its number its hashes.</summary>
    internal void Take(AuditEntry entry)
    {
        entry.PreviousHash = Head.Hash;
        entry.Hash = _hash.Of(entry);
        Head = new AuditHead { Sequence = entry.Sequence, Hash = entry.Hash };
    }

    /// <summary>Stores how far the log has come, when it has come further. Last in the transaction.</summary>
    internal void End(PreparedSql sql)
    {
        if (!ReferenceEquals(Head, _stored))
        {
            sql.Execute(MoveOn, Head.Sequence, Head.Hash);
            _stored = Head;
        }
    }

    private static AuditHead Read(DbDataReader row) => new() { Sequence = row.GetInt64(0), Hash = row.GetFieldValue<byte[]>(1) };
}
