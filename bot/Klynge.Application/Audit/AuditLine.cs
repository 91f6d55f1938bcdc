using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Domain.Forums;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Audit;

/// <summary>
/// One row of the log as a line of an export. The nine hashed fields come in the order of the canonical form, and the changes as a
/// string that holds the stored JSON byte for byte; the names of people and forums beside them are for the reader and not hashed.
/// </summary>
internal static class AuditLine
{
    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'ffffff'Z'");

    internal static void Write(Utf8JsonWriter json, AuditEntry entry, AuditNames names)
    {
        json.WriteStartObject();
        json.WriteNumber("number", entry.Sequence);
        json.WriteString("at", Time.Format(StoredInstant.FromDatabase(entry.At.ToDatabase())));
        json.WriteString("useCase", entry.UseCase);
        Write(json, "actor", entry.ActorId?.Value);
        Write(json, "forum", entry.ForumId?.Value);
        Write(json, "subject", entry.SubjectId);
        json.WriteString("activity", entry.ActivityKey);
        json.WriteString("refusal", entry.Refusal);
        json.WriteString("changes", entry.Changes);
        json.WriteString("previousHash", Convert.ToHexStringLower(entry.PreviousHash));
        json.WriteString("hash", Convert.ToHexStringLower(entry.Hash));
        json.WriteString("actorName", names.Of(entry.ActorId));
        json.WriteString("forumName", names.Of(entry.ForumId));
        json.WriteEndObject();
    }

    /// <returns>Null for a line that is no row of the log.</returns>
    internal static AuditEntry? Read(JsonElement line)
    {
        try
        {
            return new AuditEntry
            {
                Sequence = line.GetProperty("number").GetInt64(),
                At = Time.Parse(line.GetProperty("at").GetString()!).Value,
                UseCase = line.GetProperty("useCase").GetString()!,
                ActorId = Id(line, "actor") is { } actor ? new PersonId(actor) : null,
                ForumId = Id(line, "forum") is { } forum ? new ForumId(forum) : null,
                SubjectId = Id(line, "subject"),
                ActivityKey = line.GetProperty("activity").GetString(),
                Refusal = line.GetProperty("refusal").GetString(),
                Changes = line.GetProperty("changes").GetString()!,
                PreviousHash = Convert.FromHexString(line.GetProperty("previousHash").GetString()!),
                Hash = Convert.FromHexString(line.GetProperty("hash").GetString()!),
            };
        }
        catch (Exception exception) when (exception
            is KeyNotFoundException or InvalidOperationException or FormatException or UnparsableValueException or ArgumentNullException)
        {
            return null;
        }
    }

    private static Guid? Id(JsonElement line, string name) =>
        line.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.GetGuid() : null;

    private static void Write(Utf8JsonWriter json, string name, Guid? id)
    {
        if (id is { } value)
        {
            json.WriteString(name, value);
            return;
        }

        json.WriteNull(name);
    }
}

/// <summary>The first line of an export: what the lines after it are.</summary>
/// <param name="Format">The canonical form of the hashes: <see cref="AuditHash.Format"/>.</param>
/// <param name="Scope"><see cref="All"/> or <see cref="Case"/>.</param>
/// <param name="Title">The case's title; null for the whole log.</param>
/// <param name="ExportedAt">UTC, ISO 8601.</param>
/// <param name="HeadNumber">How far the log had come.</param>
/// <param name="HeadHash">The last hash then, in lower-case hex: to be held against <c>audit verify</c> where the log is.</param>
public sealed record AuditExportHeader(string Format, string Scope, string? Title, string ExportedAt, long HeadNumber, string HeadHash)
{
    public const string All = "all";
    public const string Case = "case";

    /// <param name="title">The case's; null for the whole log.</param>
    /// <param name="head">Null when somebody has deleted it.</param>
    /// <param name="now">When the export is made.</param>
    internal static AuditExportHeader Of(string? title, AuditHead? head, Instant now) => new(
        AuditHash.Format,
        title is null ? All : Case,
        title,
        InstantPattern.General.Format(now),
        head?.Sequence ?? 0,
        Convert.ToHexStringLower(head is null ? AuditHash.Nothing.Span : head.Hash));
}

/// <summary>Writes an export as JSON Lines: a header, a line for each row, and how many rows there were. Holds one line at a time.</summary>
internal sealed class AuditLinesWriter(Stream output, AuditNames names) : IDisposable
{
    /// <summary>A file and not a page: quotation marks and Danish letters stay readable.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _line = new(4096);
    private readonly Utf8JsonWriter _json = new(Stream.Null, Options);

    internal long Rows { get; private set; }

    internal ValueTask BeginAsync(AuditExportHeader header, CancellationToken cancellationToken) =>
        WriteAsync(json => JsonSerializer.Serialize(json, header, JsonSerializerOptions.Web), cancellationToken);

    internal ValueTask AddAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        Rows++;
        return WriteAsync(json => AuditLine.Write(json, entry, names), cancellationToken);
    }

    internal ValueTask EndAsync(CancellationToken cancellationToken) => WriteAsync(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("rows", Rows);
        json.WriteEndObject();
    }, cancellationToken);

    public void Dispose() => _json.Dispose();

    private ValueTask WriteAsync(Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        _line.ResetWrittenCount();
        _json.Reset(_line);
        write(_json);
        _json.Flush();
        _line.Write("\n"u8);
        return output.WriteAsync(_line.WrittenMemory, cancellationToken);
    }
}
