using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Domain.Forums;
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
