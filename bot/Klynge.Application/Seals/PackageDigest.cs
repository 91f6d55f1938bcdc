using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Klynge.Application.Documents;
using Klynge.Seal;

namespace Klynge.Application.Seals;

/// <summary>Names what is in a package, whatever it is compressed with and whether it is sealed: the hash of its files' names and hashes.</summary>
internal static class PackageDigest
{
    private const string MimeType = "mimetype";
    private const string SealFolder = "META-INF/";

    internal static Task<string> OfAsync(ZipArchive package, CancellationToken cancellationToken) => OfAsync(FilesOf(package), cancellationToken);

    /// <summary>In any order.</summary>
    internal static async Task<string> OfAsync(IEnumerable<PackageFile> files, CancellationToken cancellationToken)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            await using var content = await file.OpenAsync(cancellationToken);
            all.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{await ContentHash.OfAsync(content, cancellationToken)}\n"));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    /// <summary>The files themselves, without what makes the zip a container.</summary>
    internal static IReadOnlyList<PackageFile> FilesOf(ZipArchive package) =>
    [
        .. package.Entries.Where(entry => entry.FullName != MimeType && !IsOfSeal(entry))
            .Select(entry => new PackageFile(entry.FullName, async token => await entry.OpenAsync(token))),
    ];

    internal static bool IsSealed(ZipArchive package) => package.Entries.Any(IsOfSeal);

    private static bool IsOfSeal(ZipArchiveEntry entry) => entry.FullName.StartsWith(SealFolder, StringComparison.Ordinal);
}
