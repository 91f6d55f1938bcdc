using System.IO.Compression;
using System.Security.Cryptography;

namespace Klynge.Seal.Checks;

/// <summary>
/// What is in a package, held against its lists: the four files of the seal, and what does not fit. A part that is missing is empty here and
/// named among the faults.
/// </summary>
internal sealed class PackageContent
{
    /// <summary>Of one file of the seal; a list of 20,000 files is 4 MB.</summary>
    private const long MaxPart = 8 << 20;

    private readonly ZipArchive _package;
    private readonly List<string> _faults = [];

    private PackageContent(ZipArchive package) => _package = package;

    internal IReadOnlyList<string> Faults => _faults;

    internal byte[] Manifest { get; private set; } = [];

    internal byte[] Signature { get; private set; } = [];

    internal byte[] StampedManifest { get; private set; } = [];

    internal byte[] Timestamp { get; private set; } = [];

    internal static async Task<PackageContent> ReadAsync(ZipArchive package, CancellationToken cancellationToken)
    {
        var content = new PackageContent(package);
        content.CheckNames();
        await content.CheckMimeTypeAsync(cancellationToken);
        content.Manifest = await content.PartAsync(AsicNames.Manifest, cancellationToken);
        content.Signature = await content.PartAsync(AsicNames.Signature, cancellationToken);
        content.StampedManifest = await content.PartAsync(AsicNames.StampedManifest, cancellationToken);
        content.Timestamp = await content.PartAsync(AsicNames.Timestamp, cancellationToken);
        content.CheckStamped();
        await content.CheckFilesAsync(cancellationToken);
        return content;
    }

    private void CheckNames()
    {
        var names = _package.Entries.Select(entry => entry.FullName).ToList();
        _faults.AddRange(names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => Texts.Twice(same.Key)));
        _faults.AddRange(names.Where(AsicNames.IsInSealFolder).Except(AsicNames.OfSeal, StringComparer.Ordinal).Select(Texts.PartUnknown));
        _faults.AddRange(AsicNames.OfSeal.Except(names, StringComparer.Ordinal).Select(Texts.PartMissing));
    }

    private async Task CheckMimeTypeAsync(CancellationToken cancellationToken)
    {
        var first = _package.Entries[0];
        var isStored = first.FullName == AsicNames.MimeType && first.CompressedLength == first.Length;
        if (!isStored || !(await ReadAsync(first, cancellationToken)).AsSpan().SequenceEqual(AsicNames.MimeTypeContent))
            _faults.Add(Texts.NoMimeType);
    }

    /// <summary>The timestamp is over exactly the signature and the list that it signs.</summary>
    private void CheckStamped()
    {
        if (StampedManifest.Length == 0 || Manifest.Length == 0 || Signature.Length == 0)
            return;

        if (AsicManifest.Read(StampedManifest) is not { } stamped)
            _faults.Add(Texts.StampedListUnreadable);
        else if (!IsOverTheSeal(stamped))
            _faults.Add(Texts.StampedListOdd);
    }

    private bool IsOverTheSeal(AsicManifest list) => list is { SealedBy: AsicNames.Timestamp, Files.Count: 2 }
        && IsListed(list, AsicNames.Signature, Signature) && IsListed(list, AsicNames.Manifest, Manifest);

    private static bool IsListed(AsicManifest list, string path, byte[] content) =>
        list.Files.Any(file => file.Path == path && file.Sha256.AsSpan().SequenceEqual(SHA256.HashData(content)));

    private async Task CheckFilesAsync(CancellationToken cancellationToken)
    {
        if (Manifest.Length == 0)
            return;

        if (AsicManifest.Read(Manifest) is not { SealedBy: AsicNames.Signature } list)
        {
            _faults.Add(Texts.ListUnreadable);
            return;
        }

        foreach (var file in list.Files)
        {
            var entry = AsicNames.IsPath(file.Path) ? _package.GetEntry(file.Path) : null;
            if (entry is null)
                _faults.Add(Texts.Missing(file.Path));
            else if (await HashAsync(entry, cancellationToken) is not { } hash || !hash.AsSpan().SequenceEqual(file.Sha256))
                _faults.Add(Texts.Altered(file.Path));
        }

        var listed = list.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        _faults.AddRange(_package.Entries.Select(entry => entry.FullName)
            .Where(name => name != AsicNames.MimeType && !AsicNames.IsInSealFolder(name) && !listed.Contains(name))
            .Select(Texts.Added));
    }

    /// <returns>Empty for one that is missing, too large or does not unpack.</returns>
    private async Task<byte[]> PartAsync(string name, CancellationToken cancellationToken)
    {
        if (_package.GetEntry(name) is not { } entry)
            return [];

        var content = await ReadAsync(entry, cancellationToken);
        if (content.Length == 0)
            _faults.Add(Texts.Altered(name));

        return content;
    }

    private static async Task<byte[]> ReadAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await entry.OpenAsync(cancellationToken);
            using var buffer = new MemoryStream();
            await ContentCopy.CopyAsync(content, buffer, MaxPart, cancellationToken);
            return buffer.ToArray();
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    /// <returns>Null for a file whose bytes no longer unpack.</returns>
    private static async Task<byte[]?> HashAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await entry.OpenAsync(cancellationToken);
            return await ContentCopy.CopyAsync(content, Stream.Null, entry.Length, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
