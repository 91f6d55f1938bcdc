using System.IO.Compression;
using System.Security.Cryptography;

namespace Klynge.Seal;

/// <summary>
/// Writes packages as ASiC-E containers (ETSI EN 319 162-1), which tools that are not ours can check: <c>mimetype</c> first and stored, then
/// the files, then the seal over a list of all of them. File after file goes through, so that 300 MB of attachments need no memory.
/// </summary>
public static class AsicContainer
{
    /// <summary>The content of the file <c>mimetype</c>.</summary>
    public const string MimeType = "application/vnd.etsi.asic-e+zip";

    /// <summary>What a package's name ends in.</summary>
    public const string Extension = ".asice";

    /// <summary>The earliest that a zip can say. The time that counts is the seal's; the same files give the same bytes.</summary>
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="seekableOutput">Takes the package from its beginning; a file when it may be large.</param>
    /// <param name="files">In the order in which they stand in the package.</param>
    /// <param name="sealer">Null for a package without a seal.</param>
    /// <param name="cancellationToken">Gives up; what is written then is no package.</param>
    /// <exception cref="ArgumentException">The output cannot seek, or a path is none for a package: the seal's own place, twice the same, out of the package.</exception>
    /// <exception cref="SealUnavailableException">The sealer's key or authority is away.</exception>
    public static async Task WriteAsync(Stream seekableOutput, IReadOnlyList<PackageFile> files, ISealer? sealer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seekableOutput);
        ArgumentNullException.ThrowIfNull(files);
        Check(seekableOutput, files);
        await using var zip = await ZipArchive.CreateAsync(seekableOutput, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await AddAsync(zip, AsicNames.MimeType, AsicNames.MimeTypeContent, CompressionLevel.NoCompression, cancellationToken);
        var listed = new List<AsicReference>(files.Count);
        foreach (var file in files)
            listed.Add(new AsicReference(file.Path, await AddAsync(zip, file, cancellationToken)));

        if (sealer is not null)
            await SealAsync(zip, listed, sealer, cancellationToken);
    }

    private static async Task SealAsync(ZipArchive zip, List<AsicReference> listed, ISealer sealer, CancellationToken cancellationToken)
    {
        var manifest = AsicManifest.Write(AsicNames.Signature, AsicNames.SignatureType, listed);
        var signature = await sealer.SignAsync(manifest, cancellationToken);
        var stamped = AsicManifest.Write(
            AsicNames.Timestamp, AsicNames.TimestampType, [AsicReference.Of(AsicNames.Signature, signature), AsicReference.Of(AsicNames.Manifest, manifest)]);
        var timestamp = await sealer.TimestampAsync(stamped, cancellationToken);
        foreach (var (name, content) in new[]
        {
            (AsicNames.Manifest, manifest), (AsicNames.Signature, signature), (AsicNames.StampedManifest, stamped), (AsicNames.Timestamp, timestamp),
        })
        {
            await AddAsync(zip, name, content, CompressionLevel.Fastest, cancellationToken);
        }
    }

    /// <returns>The SHA-256 of what was written.</returns>
    private static async Task<byte[]> AddAsync(ZipArchive zip, PackageFile file, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(file.Path, CompressionLevel.Fastest);
        entry.LastWriteTime = Written;
        await using var content = await file.OpenAsync(cancellationToken);
        await using var into = await entry.OpenAsync(cancellationToken);
        return await ContentCopy.CopyAsync(content, into, long.MaxValue, cancellationToken);
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, CompressionLevel level, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = Written;
        await using var into = await entry.OpenAsync(cancellationToken);
        await into.WriteAsync(content, cancellationToken);
    }

    private static void Check(Stream output, IReadOnlyList<PackageFile> files)
    {
        if (!output.CanSeek)
            throw new ArgumentException("A package is written to a stream that can seek: its first file must say its size before its content.", nameof(output));

        // Without regard to case: unpacked on Windows, the second of two such files would replace the first.
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { AsicNames.MimeType };
        foreach (var file in files)
        {
            if (!AsicNames.IsPath(file.Path) || !seen.Add(file.Path))
                throw new ArgumentException($"{file.Path} is no path for a file of a package, or is there twice.", nameof(files));
        }
    }
}

/// <summary>Copies a stream and hashes it on the way.</summary>
internal static class ContentCopy
{
    private const int BufferSize = 81920;

    /// <returns>The SHA-256 of all bytes.</returns>
    /// <exception cref="InvalidDataException">There are more than allowed.</exception>
    internal static async Task<byte[]> CopyAsync(Stream from, Stream into, long max, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        for (var total = 0L; ;)
        {
            var read = await from.ReadAsync(buffer, cancellationToken);
            if (read == 0)
                return hash.GetHashAndReset();

            if ((total += read) > max)
                throw new InvalidDataException("More bytes than the package says.");

            hash.AppendData(buffer.AsSpan(0, read));
            await into.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
