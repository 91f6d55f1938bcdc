using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Klynge.Seal;

/// <summary>The roots that somebody believes, in a file.</summary>
public static class Anchors
{
    /// <param name="path">PEM, one certificate or more.</param>
    /// <returns>Null for a file that is missing, cannot be read or holds no certificate.</returns>
    public static IReadOnlyCollection<X509Certificate2>? Read(string path)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(path);
            return certificates.Count > 0 ? [.. certificates] : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
