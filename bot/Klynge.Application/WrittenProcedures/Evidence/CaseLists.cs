using System.IO.Compression;
using System.Text.Json;
using Klynge.Application.Audit;
using Klynge.Application.Data.Conversion;
using NodaTime.Text;

namespace Klynge.Application.WrittenProcedures.Evidence;

/// <summary>Holds each list of a package against the list that follows from the audit log, value by value.</summary>
/// <param name="isFirstFormat">Lists of the first format have fewer values and times to the second: what they have is compared.</param>
internal sealed class CaseLists(ZipArchive zip, bool isFirstFormat)
{
    private const int MaxFaults = 5;

    private static readonly JsonDocumentOptions Unique = new() { AllowDuplicateProperties = false };

    /// <returns>The lists that a case with this story has, by their names.</returns>
    internal static Dictionary<string, object> Of(CaseStory story, IReadOnlyList<AuditEntry> rows)
    {
        var seats = story.Roll.ToDictionary(seat => seat.Id);
        var lists = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [EvidenceNames.Answers] = story.Votes.Select(vote => EvidenceRows.Of(vote.Vote, seats[vote.Vote.RollEntryId])),
            [EvidenceNames.Roll] = story.Roll.Select(EvidenceRows.Of),
            [EvidenceNames.ReadableAudit] = rows.Select(EvidenceRows.Of),
        };
        if (story.Closing is { Outcomes: { } outcomes, Count: { } count })
            lists[EvidenceNames.Results] = outcomes.Zip(count.Each).Select((one, index) => EvidenceRows.Of(index + 1, one.First, one.Second));

        if (story.DeadlineMoves.Count > 0)
            lists[EvidenceNames.DeadlineMoves] = story.DeadlineMoves;

        foreach (var version in story.Versions)
            lists[EvidenceNames.Version(version.Version)] = EvidenceRows.Of(version);

        return lists;
    }

    internal async Task<IReadOnlyList<string>> FaultsAsync(IReadOnlyDictionary<string, object> lists, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        foreach (var (path, list) in lists)
        {
            if (zip.GetEntry(path) is not { } entry)
            {
                faults.Add(Texts.Missing(path));
                continue;
            }

            faults.AddRange(await CompareAsync(path, entry, list, cancellationToken));
        }

        return faults;
    }

    private async Task<IReadOnlyList<string>> CompareAsync(string path, ZipArchiveEntry entry, object list, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await entry.OpenAsync(cancellationToken);
            using var there = await JsonDocument.ParseAsync(content, Unique, cancellationToken);
            var follows = JsonSerializer.SerializeToElement(list, list.GetType(), JsonColumn.Options);
            return [.. Compare(path, there.RootElement, follows).Take(MaxFaults)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or InvalidOperationException)
        {
            return [Texts.ListUnreadable(path)];
        }
    }

    private IEnumerable<string> Compare(string path, JsonElement there, JsonElement follows)
    {
        if (follows.ValueKind != JsonValueKind.Array)
            return Rows(path, 1, there, follows);

        if (there.ValueKind != JsonValueKind.Array || there.GetArrayLength() != follows.GetArrayLength())
            return [Texts.ListLength(path, there.ValueKind == JsonValueKind.Array ? there.GetArrayLength() : 0, follows.GetArrayLength())];

        return Sorted(there).Zip(Sorted(follows)).SelectMany((pair, index) => Rows(path, index + 1, pair.First, pair.Second));
    }

    private IEnumerable<string> Rows(string path, int number, JsonElement there, JsonElement follows)
    {
        if (there.ValueKind != JsonValueKind.Object)
            return [Texts.ListUnreadable(path)];

        var names = follows.EnumerateObject().Select(property => property.Name);
        var all = isFirstFormat ? names.Where(name => there.TryGetProperty(name, out _)) : names.Union(there.EnumerateObject().Select(property => property.Name), StringComparer.Ordinal);
        return all
            .Where(name => !IsSame(Find(there, name), Find(follows, name)))
            .Select(name => Texts.ListDiffers(path, number, name, Shown(Find(there, name)), Shown(Find(follows, name))));
    }

    /// <summary>Answers of one moment stood in no certain order in the first format.</summary>
    private IEnumerable<JsonElement> Sorted(JsonElement list) => isFirstFormat
        ? list.EnumerateArray().OrderBy(row => Find(row, "id")?.ToString() ?? Find(row, "memberId")?.ToString(), StringComparer.Ordinal)
        : list.EnumerateArray();

    private bool IsSame(JsonElement? there, JsonElement? follows)
    {
        if (there is not { } one || follows is not { } other)
            return there is null && follows is null;

        return JsonElement.DeepEquals(one, other) || (isFirstFormat && Seconds(one) is { } at && at == Seconds(other));
    }

    private static string? Seconds(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && InstantPattern.ExtendedIso.Parse(value.GetString()!) is { Success: true } parsed
            ? InstantPattern.General.Format(parsed.Value)
            : null;

    private static JsonElement? Find(JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string Shown(JsonElement? value) => value?.ToString() is { Length: > 0 } text ? Klynge.Domain.Calendar.DanishText.Shorten(text, 80) : "intet";
}
