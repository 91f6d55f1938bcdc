using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Data;
using Klynge.Application.Data.Configurations;
using Klynge.Application.Documents;
using Klynge.Application.Invitations.Linking;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Messaging;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Outbox;
using Klynge.Application.Seals;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Klynge.Application.Audit;

/// <summary>
/// Reads before and after of every changed row out of the change tracker, so that no use case can forget to say what it did.
/// Rows of the machinery (outbox, cards sent, the log itself) are left out: they are not the board's record.
/// </summary>
/// <remarks>Keeps its buffer from use case to use case, so one instance serves one thread.</remarks>
internal sealed class AuditChanges : IDisposable
{
    private static readonly HashSet<Type> Machinery =
    [
        typeof(AuditEntry), typeof(OutboxMessage), typeof(SharedCard), typeof(ProcessedActivity), typeof(CalendarInboxEntry), typeof(CalendarWatch),
        typeof(MeetingChat), typeof(DocumentUpload), typeof(UploadSession), typeof(OpenCopy), typeof(ItemFile), typeof(PackageSeal),
    ];

    /// <summary>The log is never shortened, so what is to be forgotten does not come there: how a guest is reached. Nor does a column that nobody writes any more.</summary>
    private static readonly HashSet<(Type Entity, string Property)> NotKept = [(typeof(ItemGuest), nameof(ItemGuest.Email)), (typeof(GuestCadence), nameof(GuestCadence.Email)), (typeof(ForumMember), ForumMemberConfiguration.RetiredSubstitute)];

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;

    internal AuditChanges() => _json = new Utf8JsonWriter(_buffer, Options);

    /// <returns>A JSON array of the rows with their values before and after.</returns>
    internal string Of(ChangeTracker tracker, IReadOnlyList<RowChange> rows)
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartArray();
        foreach (var entry in tracker.Entries().Where(IsOnRecord))
            Write(_json, entry);

        foreach (var row in rows)
            Write(_json, row);

        _json.WriteEndArray();
        _json.Flush();
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    public void Dispose() => _json.Dispose();

    private static bool IsOnRecord(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !Machinery.Contains(entry.Metadata.ClrType);

    private static void Write(Utf8JsonWriter json, EntityEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("entity", entry.Metadata.ClrType.Name);
        List<PropertyEntry> keys = [.. entry.Properties.Where(property => property.Metadata.IsPrimaryKey())];
        foreach (var key in keys)
            Write(json, keys.Count == 1 ? "id" : key.Metadata.Name, key, key.CurrentValue);

        if (entry.State != EntityState.Added)
            WriteValues(json, "before", entry, property => property.OriginalValue);

        if (entry.State != EntityState.Deleted)
            WriteValues(json, "after", entry, property => property.CurrentValue);

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RowChange row)
    {
        json.WriteStartObject();
        json.WriteString("entity", row.Entity);
        json.WriteString("id", row.Id);
        WriteValues(json, "before", row.Before);
        WriteValues(json, "after", row.After);
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, string name, IReadOnlyList<(string Name, object? Value)>? values)
    {
        if (values is null)
            return;

        json.WriteStartObject(name);
        foreach (var (column, value) in values)
        {
            json.WritePropertyName(column);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, string name, EntityEntry entry, Func<PropertyEntry, object?> value)
    {
        json.WriteStartObject(name);
        foreach (var property in entry.Properties)
        {
            if (!property.Metadata.IsPrimaryKey() && !NotKept.Contains((entry.Metadata.ClrType, property.Metadata.Name)) && (entry.State != EntityState.Modified || property.IsModified))
                Write(json, property.Metadata.Name, property, value(property));
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, PropertyEntry property, object? value)
    {
        var stored = property.Metadata.GetTypeMapping().Converter is { } converter && value is not null
            ? converter.ConvertToProvider(value)
            : value;
        json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(name));
        WriteValue(json, stored);
    }

    /// <summary>The kinds that nearly all columns hold are written straight; the serializer would look each up by its type.</summary>
    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case Guid id:
                json.WriteStringValue(id);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case DateTime at:
                json.WriteStringValue(at);
                break;
            default:
                JsonSerializer.Serialize(json, value);
                break;
        }
    }
}
