using System.IO.Compression;
using System.Text.Json;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// Holds the attachments of an evidence package against the hashes that were frozen with the case: a package can be whole in itself and yet
/// hold another file than the one that was voted on, when somebody changed the copy in the library.
/// </summary>
internal static class FrozenAttachments
{
    internal const string Folder = "bilag/";

    private const string Versions = "sag/udgave-";

    /// <returns>A Danish sentence for each frozen attachment that is not there.</returns>
    internal static async Task<IReadOnlyList<string>> FaultsAsync(ZipArchive zip, EvidenceManifest manifest, CancellationToken cancellationToken)
    {
        var there = manifest.Files.Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal)).Select(file => file.Sha256).ToHashSet(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith(Versions, StringComparison.Ordinal)))
            faults.AddRange((await ReadAsync(entry, cancellationToken)).Where(item => !there.Contains(item.Hash)).Select(item => Texts.NotAsFrozen(item.Name)));

        return [.. faults.Distinct(StringComparer.Ordinal)];
    }

    private static async Task<List<(string Name, string Hash)>> ReadAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await entry.OpenAsync(cancellationToken);
            using var version = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
            return version.RootElement.TryGetProperty("text", out var text) && text.TryGetProperty("attachments", out var attachments)
                ? [.. attachments.EnumerateArray().Select(Frozen).OfType<(string, string)>()]
                : [];
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or InvalidOperationException)
        {
            return []; // Text that is no such text any more is found by the manifest.
        }
    }

    /// <returns>Null for one that was only a link or a name.</returns>
    private static (string Name, string Hash)? Frozen(JsonElement attachment) =>
        attachment.TryGetProperty("sha256", out var hash) && hash.GetString() is { } frozen && attachment.TryGetProperty("name", out var name)
            ? (name.GetString() ?? string.Empty, frozen)
            : null;
}
