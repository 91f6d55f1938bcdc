using System.Buffers;
using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

/// <summary>
/// The hash of an audit row: SHA-256 over its canonical form, which is the same whatever database the row stands in and can be made
/// again by anybody, in any language, from what is exported. Canonical form <see cref="Format"/>, in this order and nothing between:
/// <list type="number">
/// <item>the 14 ASCII bytes of <c>klynge-audit-1</c>;</item>
/// <item>the 32 bytes of the hash of the row before, or of <see cref="Nothing"/> for the first row;</item>
/// <item>nine fields: number, time, use case, actor, forum, subject, activity, refusal, changes. Each is its length in bytes as a
/// 32-bit big-endian integer, then its bytes as UTF-8; a field that is null is the length -1 and no bytes.</item>
/// </list>
/// The number is in decimal without leading zeros. The time is UTC to the microsecond, always 27 characters:
/// <c>2026-01-13T08:00:00.000000Z</c>. An id is 36 characters in lower case: <c>0f8fad5b-d9cb-469f-a165-70867728950e</c>. The changes
/// are the JSON text as it is stored, byte for byte: no white space, order or number is made uniform.
/// <para>A row that is hashed is never hashed otherwise: a new form gets a new name and rows from then on carry it.</para>
/// </summary>
/// <remarks>Keeps its buffer from row to row, so one instance serves one thread.</remarks>
public sealed class AuditHash
{
    public const string Format = "klynge-audit-1";

    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);

    /// <summary>What stands before the first row: 32 zero bytes.</summary>
    public static ReadOnlyMemory<byte> Nothing { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>The hash that the row should carry, from its fields and its <see cref="AuditEntry.PreviousHash"/>.</summary>
    public byte[] Of(AuditEntry entry) => Of(entry, entry.Sequence);

    /// <summary>The hash that the row would carry under another number.</summary>
    internal byte[] Of(AuditEntry entry, long sequence)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _buffer.ResetWrittenCount();
        _buffer.Write("klynge-audit-1"u8);
        _buffer.Write(entry.PreviousHash);
        Add(sequence, default);
        Add(entry.At.ToDatabase(), Time);
        Add(entry.UseCase);
        Add(entry.ActorId?.Value);
        Add(entry.ForumId?.Value);
        Add(entry.SubjectId);
        Add(entry.ActivityKey);
        Add(entry.Refusal);
        Add(entry.Changes);
        return SHA256.HashData(_buffer.WrittenSpan);
    }

    private void Add(string? text)
    {
        if (text is null)
        {
            AddLength(-1);
            return;
        }

        AddLength(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _buffer);
    }

    private void Add(Guid? id)
    {
        if (id is { } value)
        {
            Add(value, "D");
            return;
        }

        AddLength(-1);
    }

    /// <summary>A number, a time or an id, none of which is longer than 36 bytes.</summary>
    private void Add<T>(T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[40];
        value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        AddLength(length);
        _buffer.Write(text[..length]);
    }

    private void AddLength(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(_buffer.GetSpan(sizeof(int)), length);
        _buffer.Advance(sizeof(int));
    }
}
