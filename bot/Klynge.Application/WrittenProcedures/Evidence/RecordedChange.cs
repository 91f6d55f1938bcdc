using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Application.Data.Conversion;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Evidence;

/// <summary>One record that a row of the audit log says was added, changed or taken away.</summary>
/// <param name="Keys">What names it: one id, or what a key of several columns is made of.</param>
/// <param name="Before">Null for a new record.</param>
/// <param name="After">Null for one that was taken away.</param>
internal sealed record RecordedChange(string Entity, IReadOnlyList<JsonElement> Keys, JsonElement? Before, JsonElement? After)
{
    /// <summary>The number in a key of several columns: which version, which kind of document.</summary>
    internal int Number => Keys.First(key => key.ValueKind == JsonValueKind.Number).GetInt32();

    /// <param name="changes">As <c>AuditChanges</c> wrote it. Rows of long ago name each column of a key <c>id</c>, so keys are read one by one.</param>
    internal static IReadOnlyList<RecordedChange> Read(string changes) => [.. JsonElement.Parse(changes).EnumerateArray().Select(Read)];

    /// <summary>The record's id, of whichever kind its entity says.</summary>
    internal Guid ReadId() => Keys.Where(key => key.ValueKind == JsonValueKind.String).Select(key => key.GetGuid()).FirstOrDefault();

    internal bool Sets(string name) => After is { } after && after.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    private static RecordedChange Read(JsonElement change)
    {
        var keys = change.EnumerateObject().Where(property => property.Name is not ("entity" or "before" or "after")).Select(property => property.Value);
        return new RecordedChange(change.GetProperty("entity").GetString()!, [.. keys], Of(change, "before"), Of(change, "after"));
    }

    private static JsonElement? Of(JsonElement change, string name) => change.TryGetProperty(name, out var values) ? values : null;
}

/// <summary>A record as the rows so far leave it: each value with the number of the row that wrote it.</summary>
internal sealed class RecordedValues
{
    private readonly Dictionary<string, (JsonElement Value, long Row)> _values = new(StringComparer.Ordinal);

    internal void Merge(JsonElement? after, long row)
    {
        if (after is not { } values)
            return;

        foreach (var property in values.EnumerateObject())
            _values[property.Name] = (property.Value, row);
    }

    /// <summary>A value that a row says stood there before it, while another row had written another one.</summary>
    /// <param name="before">What the row says stood there.</param>
    /// <param name="names">The values that are looked at; null for all.</param>
    internal (string Name, long Row)? Contradiction(JsonElement? before, IReadOnlySet<string>? names = null)
    {
        foreach (var property in before?.EnumerateObject() ?? default)
        {
            if ((names is null || names.Contains(property.Name)) && _values.TryGetValue(property.Name, out var known) && !IsSame(known.Value, property.Value))
                return (property.Name, known.Row);
        }

        return null;
    }

    internal string? Text(string name) => Find(name)?.GetString();

    internal int? Number(string name) => Find(name)?.GetInt32();

    internal Guid? Id(string name) => Find(name)?.GetGuid();

    internal Instant? At(string name) => Find(name) is { } value ? StoredInstant.FromDatabase(value.GetDateTime().ToUniversalTime()) : null;

    /// <summary>A value that stands in its column as JSON text.</summary>
    internal T? Json<T>(string name)
        where T : class => Text(name) is { } text ? JsonColumn.Read<T>(text) : null;

    private JsonElement? Find(string name) => _values.TryGetValue(name, out var known) && known.Value.ValueKind != JsonValueKind.Null ? known.Value : null;

    /// <summary>The same moment may be written with other zeros.</summary>
    private static bool IsSame(JsonElement one, JsonElement other) => JsonElement.DeepEquals(one, other)
        || (one.ValueKind == JsonValueKind.String && other.ValueKind == JsonValueKind.String
            && one.TryGetDateTime(out var at) && other.TryGetDateTime(out var also) && at.ToUniversalTime() == also.ToUniversalTime());
}
