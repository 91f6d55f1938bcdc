using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Klynge.Application.Audit;

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
