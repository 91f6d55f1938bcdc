using System.IO.Compression;
using System.Text.Json;
using Klynge.Application.Data.Conversion;
using Klynge.Application.Documents;
using Klynge.Domain.Common;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// Checks an evidence package against its manifest: nothing changed, nothing missing, nothing added; and each row of its audit log
/// against its own hash. Needs no database.
/// </summary>
public static class EvidenceVerifier
{
    /// <summary>A package is protocol, texts and attachments; what unpacks to more than this is something else.</summary>
    private const long MaxBytes = 1L << 30;

    /// <returns>What was found; <see cref="NoEvidence"/> for a file that is no package of ours.</returns>
    public static async Task<Result<EvidenceReport>> VerifyAsync(Stream file, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry(EvidenceManifest.FileName) is not { } entry || zip.Entries.Sum(candidate => candidate.Length) > MaxBytes)
                return new NoEvidence();

            await using var text = await entry.OpenAsync(cancellationToken);
            var manifest = await JsonSerializer.DeserializeAsync<EvidenceManifest>(text, JsonColumn.Options, cancellationToken);
            return manifest is { Format: EvidenceManifest.CurrentFormat, Files: not null }
                ? await CompareAsync(zip, manifest, cancellationToken)
                : new NoEvidence();
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException)
        {
            return new NoEvidence();
        }
    }

    private static async Task<EvidenceReport> CompareAsync(ZipArchive zip, EvidenceManifest manifest, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        var there = zip.Entries.Where(entry => entry.FullName is not (EvidenceManifest.FileName or "mimetype") && !entry.FullName.StartsWith("META-INF/", StringComparison.Ordinal)).Select(entry => entry.FullName).ToList();
        faults.AddRange(there.Except(manifest.Files.Select(file => file.Path), StringComparer.Ordinal).Select(Texts.Added));
        faults.AddRange(there.GroupBy(path => path, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => Texts.Twice(group.Key)));
        foreach (var file in manifest.Files)
        {
            if (zip.GetEntry(file.Path) is not { } entry)
            {
                faults.Add(Texts.Missing(file.Path));
                continue;
            }

            if (await HashAsync(entry, cancellationToken) != file.Sha256)
                faults.Add(Texts.Altered(file.Path));
        }

        faults.AddRange(await FrozenAttachments.FaultsAsync(zip, manifest, cancellationToken));
        if (zip.GetEntry(EvidenceManifest.AuditName) is { } audit)
            faults.AddRange(await EvidenceAudit.FaultsAsync(audit, cancellationToken));

        return new EvidenceReport(manifest, faults);
    }

    /// <returns>Null for a file whose bytes no longer unpack: it is altered, and the others can still be checked.</returns>
    private static async Task<string?> HashAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await entry.OpenAsync(cancellationToken);
            return await ContentHash.OfAsync(content, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

/// <param name="Faults">A Danish sentence each; empty for a package that is whole.</param>
public sealed record EvidenceReport(EvidenceManifest Manifest, IReadOnlyList<string> Faults)
{
    public bool IsWhole => Faults.Count == 0;
}

/// <summary>The list of everything in an evidence package, with the hash of each file: <c>manifest.json</c> in the zip.</summary>
/// <param name="Format">Counts up when the layout of packages changes.</param>
/// <param name="CreatedAt">UTC, ISO 8601.</param>
public sealed record EvidenceManifest(
    int Format, Guid Case, string Forum, string Title, string Result, string CreatedAt, IReadOnlyList<EvidenceFile> Files)
{
    public const string FileName = "manifest.json";

    /// <summary>The case's rows of the audit log with their hashes; packages from before the chain have none.</summary>
    public const string AuditName = "revisionsspor.jsonl";

    public const int CurrentFormat = 1;
}

/// <param name="Path">Within the zip.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record EvidenceFile(string Path, string Sha256, long Size);
