using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;

namespace Klynge.Seal;

/// <summary>Checks a package's seal without anything of ours but the package and the roots that are believed.</summary>
public static class SealVerifier
{
    /// <param name="package">Opened for reading.</param>
    /// <param name="anchors">The roots that are believed; those of the machine are not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<SealReport> VerifyAsync(ZipArchive package, IReadOnlyCollection<X509Certificate2> anchors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(anchors);
        throw new NotSupportedException();
    }
}
