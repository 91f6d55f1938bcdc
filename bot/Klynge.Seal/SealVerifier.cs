using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using Klynge.Seal.Checks;

namespace Klynge.Seal;

/// <summary>
/// Checks a package's seal without anything of ours but the package and the roots that are believed: every file stands in the signed list with
/// its hash and none beside it, the signature fits the list, the timestamp fits the signature, and both lead to a root, at the time of the
/// timestamp. Files are hashed one after the other and never held.
/// </summary>
public static class SealVerifier
{
    /// <param name="package">Opened for reading.</param>
    /// <param name="anchors">The roots that are believed; those of the machine are not. Certificates between may stand among them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SealReport> VerifyAsync(ZipArchive package, IReadOnlyCollection<X509Certificate2> anchors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(anchors);
        if (!package.Entries.Any(entry => AsicNames.IsInSealFolder(entry.FullName)))
            return new SealReport(SealState.None, [], null, null);

        var content = await PackageContent.ReadAsync(package, cancellationToken);
        var (signature, timestamp) = (SignatureCheck.Of(content), TimestampCheck.Of(content));
        string[] broken = [.. content.Faults, .. signature.Faults, .. timestamp.Faults];
        if (broken.Length > 0)
            return new SealReport(SealState.Broken, broken, signature.Name, timestamp.At);

        var (bySignature, byTimestamp) = (signature.CheckTrust(anchors, timestamp.At!.Value), timestamp.CheckTrust(anchors));
        if (bySignature.IsForged || byTimestamp.IsForged)
            return new SealReport(SealState.Broken, [.. bySignature.Faults, .. byTimestamp.Faults], signature.Name, timestamp.At);

        string[] unproved = [.. bySignature.Faults, .. byTimestamp.Faults];
        return new SealReport(unproved.Length > 0 ? SealState.Unproved : SealState.Proved, unproved, signature.Name, timestamp.At);
    }
}
