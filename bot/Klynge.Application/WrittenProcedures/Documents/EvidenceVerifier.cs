using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Klynge.Application.Documents;
using Klynge.Application.WrittenProcedures.Evidence;
using Klynge.Domain.Common;
using Klynge.Seal;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>What somebody who checks a package believes already.</summary>
/// <param name="Anchors">The roots to which signature and timestamp must lead.</param>
/// <param name="Expected">Hashes of rows of the log that were noted elsewhere, and must be in the package.</param>
public sealed record EvidenceProof(IReadOnlyCollection<X509Certificate2> Anchors, IReadOnlyCollection<string> Expected)
{
    public static EvidenceProof None { get; } = new([], []);
}

/// <summary>
/// Checks an evidence package. Its files are held against its manifest; what it says of the case, against what follows from the rows of the audit
/// log by the board's own rules; and its seal against the bytes and the roots that are believed. Needs no database.
/// </summary>
public static class EvidenceVerifier
{
    /// <summary>A package is protocol, texts and attachments; what unpacks to more than this is something else.</summary>
    private const long MaxBytes = 1L << 30;

    private const int MaxFiles = 2_000;

    /// <inheritdoc cref="VerifyAsync(Stream, EvidenceProof, CancellationToken)"/>
    public static Task<Result<EvidenceReport>> VerifyAsync(Stream file, CancellationToken cancellationToken) =>
        VerifyAsync(file, EvidenceProof.None, cancellationToken);

    /// <returns>What was found; <see cref="NoEvidence"/> for a file that is no package of ours.</returns>
    public static async Task<Result<EvidenceReport>> VerifyAsync(Stream file, EvidenceProof proof, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(proof);
        try
        {
            var shape = ZipShape.Check(file);
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry(EvidenceManifest.FileName) is not { } entry || zip.Entries.Count > MaxFiles || zip.Entries.Sum(candidate => candidate.Length) > MaxBytes)
                return new NoEvidence();

            await using var text = await entry.OpenAsync(cancellationToken);
            return await EvidenceManifest.ReadAsync(text, cancellationToken) is { } manifest
                ? await CheckAsync(zip, manifest, proof, shape, cancellationToken)
                : new NoEvidence();
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or EndOfStreamException)
        {
            return new NoEvidence();
        }
    }

    private static async Task<EvidenceReport> CheckAsync(
        ZipArchive zip, EvidenceManifest manifest, EvidenceProof proof, IReadOnlyList<string> shape, CancellationToken cancellationToken)
    {
        var files = await FilesAsync(zip, manifest, cancellationToken);
        var (faults, notes) = ((List<string>)[.. shape, .. files.Faults], new List<string>());
        if (manifest.IsOfCase)
        {
            var found = await new CasePackage(zip, manifest, files.Fit, proof).CheckAsync(cancellationToken);
            faults.AddRange(found.Faults);
            notes.AddRange(found.Notes);
        }
        else if (manifest.Files.Any(file => file.Path == EvidenceManifest.AuditName || file.Path.StartsWith("sag/", StringComparison.Ordinal)))
        {
            faults.Add(Texts.NotOfACase);
        }

        var seal = await SealVerifier.VerifyAsync(zip, proof.Anchors, cancellationToken);
        if (seal.State == SealState.Broken)
            faults.AddRange(seal.Faults);

        return new EvidenceReport(manifest, [.. faults.Distinct(StringComparer.Ordinal)]) { Seal = seal, Notes = notes };
    }

    /// <summary>Each file once, as the manifest has it, and no other: »Fit« are those whose bytes are the listed ones.</summary>
    private static async Task<(List<string> Faults, HashSet<string> Fit)> FilesAsync(ZipArchive zip, EvidenceManifest manifest, CancellationToken cancellationToken)
    {
        var (faults, fit) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        var there = zip.Entries.Select(entry => entry.FullName).ToList();
        var listed = manifest.Files.Select(file => file.Path).ToList();
        faults.AddRange(there.Where(IsListed).Except(listed, StringComparer.Ordinal).Select(Texts.Added));
        faults.AddRange(there.Concat(listed.Where(path => !IsListed(path))).GroupBy(path => path, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => Texts.Twice(group.Key)));
        faults.AddRange(listed.GroupBy(path => path, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => Texts.Twice(group.Key)));
        foreach (var file in manifest.Files)
        {
            if (zip.GetEntry(file.Path) is not { } entry)
                faults.Add(Texts.Missing(file.Path));
            else if (await HashAsync(entry, cancellationToken) != file.Sha256)
                faults.Add(Texts.Altered(file.Path));
            else if (entry.Length != file.Size)
                faults.Add(Texts.SizeDiffers(file.Path));
            else
                fit.Add(file.Path);
        }

        return (faults, fit);
    }

    /// <summary>The manifest itself and what makes a zip a container stand in no list of ours; the seal lists them.</summary>
    private static bool IsListed(string path) => path is not (EvidenceManifest.FileName or "mimetype"
        or "META-INF/ASiCManifest.xml" or "META-INF/ASiCManifest2.xml" or "META-INF/signature.p7s" or "META-INF/timestamp.tst");

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

    /// <summary>The bytes are those that were sealed, by somebody and at a time that are believed.</summary>
    public bool IsProved => IsWhole && Seal.State == SealState.Proved;

    public SealReport Seal { get; init; } = new(SealState.None, [], null, null);

    /// <summary>What the package cannot show, though nothing in it is wrong; a Danish sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What a check comes to; a file that is no package is as good as a forged one.</summary>
    public static EvidenceVerdict Verdict(Result<EvidenceReport> verified) =>
        !verified.TryGet(out var report, out _) || !report.IsWhole ? EvidenceVerdict.Forged
        : report.IsProved ? EvidenceVerdict.Proved
        : EvidenceVerdict.Unproved;
}

/// <summary>How far a package can be believed. The numbers are what <c>verify</c> answers the shell with.</summary>
public enum EvidenceVerdict
{
    /// <summary>Whole, and sealed by somebody and at a time that are believed.</summary>
    Proved = 0,

    /// <summary>Forged, broken, or no package.</summary>
    Forged = 1,

    /// <summary>Whole, but without a seal, or with one whose roots are not believed.</summary>
    Unproved = 2,
}
