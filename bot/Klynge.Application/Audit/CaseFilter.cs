using System.Buffers;
using System.Text.Json;
using Klynge.Domain.Agendas;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.Audit;

/// <summary>
/// Which rows of the log tell of a case: those about its own records, and those about the meetings it stood on, their attendance and
/// their minutes; but not the other items of those meetings.
/// </summary>
internal sealed class CaseFilter(CaseRecord record)
{
    private static readonly HashSet<string> OtherCases = new(StringComparer.Ordinal) { nameof(AgendaItem), nameof(WrittenProcedure) };

    private readonly HashSet<Guid> _meetings = [.. record.Meetings];

    /// <summary>Most rows are none of the case's, and their JSON is not read at all.</summary>
    private SearchValues<string> _ids = Ids([.. record.Own, .. record.Meetings]);

    /// <summary>An item may have been moved from one meeting to another: learns the earlier ones from the row. Before the first <see cref="Includes"/>.</summary>
    internal void Learn(AuditEntry entry)
    {
        if (!Mentions(entry))
            return;

        using var changes = JsonDocument.Parse(entry.Changes);
        var found = changes.RootElement.EnumerateArray()
            .Where(change => Entity(change) == nameof(AgendaItem) && Touches(change, record.Own))
            .SelectMany(change => Values(change).Where(value => value.Name == "meetingId"))
            .Select(value => value.Value.GetGuid());
        foreach (var meeting in found)
            _ = _meetings.Add(meeting);
    }

    /// <summary>Ends the learning.</summary>
    internal void Settle() => _ids = Ids([.. record.Own, .. _meetings]);

    internal bool Includes(AuditEntry entry)
    {
        if (entry.SubjectId is { } subject && record.Own.Contains(subject))
            return true;

        if (!Mentions(entry))
            return false;

        using var changes = JsonDocument.Parse(entry.Changes);
        return changes.RootElement.EnumerateArray().Any(change =>
            Touches(change, record.Own) || (!OtherCases.Contains(Entity(change)!) && Touches(change, _meetings)));
    }

    private bool Mentions(AuditEntry entry) => entry.Changes.AsSpan().ContainsAny(_ids);

    private static bool Touches(JsonElement change, IReadOnlySet<Guid> ids) =>
        Values(change).Any(value => value.Value.ValueKind == JsonValueKind.String && value.Value.TryGetGuid(out var id) && ids.Contains(id));

    private static string? Entity(JsonElement change) => change.GetProperty("entity").GetString();

    /// <summary>The change's ids, and its values before and after.</summary>
    private static IEnumerable<JsonProperty> Values(JsonElement change) => change.EnumerateObject()
        .SelectMany(property => property.Value.ValueKind == JsonValueKind.Object ? property.Value.EnumerateObject().AsEnumerable() : [property]);

    private static SearchValues<string> Ids(IEnumerable<Guid> ids) =>
        SearchValues.Create([.. ids.Select(id => id.ToString())], StringComparison.OrdinalIgnoreCase);
}

/// <summary>Everything that belongs to one case, by id, as the audit log refers to it.</summary>
/// <param name="Title">As it is called today.</param>
/// <param name="Own">The items through which it has gone from forum to forum, its written procedures, and what hangs on those.</param>
/// <param name="Meetings">The meetings on whose agenda it has stood.</param>
internal sealed record CaseRecord(string Title, IReadOnlySet<Guid> Own, IReadOnlySet<Guid> Meetings);
