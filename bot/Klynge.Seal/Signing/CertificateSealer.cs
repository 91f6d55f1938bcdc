using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Klynge.Seal.Checks;

namespace Klynge.Seal.Signing;

/// <summary>Seals with a certificate and asks an authority for the time.</summary>
public sealed class CertificateSealer(ISealKey key, TimestampAuthority authority, TimeProvider time) : ISealer
{
    /// <exception cref="SealUnavailableException">The key is away, or the certificate it came with is not for seals.</exception>
    public async Task<byte[]> SignAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var opened = await key.OpenAsync(cancellationToken);
        if (!opened.CanSeal)
            throw new SealUnavailableException("The certificate is not for seals.");

        // A seal of a certificate that has run out proves nothing, for ever: better none until it is renewed.
        var now = time.GetUtcNow();
        if (opened.Certificate.NotBefore.ToUniversalTime() > now.UtcDateTime || opened.Certificate.NotAfter.ToUniversalTime() < now.UtcDateTime)
            throw new SealUnavailableException("The certificate has run out, or does not count yet.");

        try
        {
            return Cades.Sign(content, opened.Certificate, opened.Key, opened.Between, now);
        }
        catch (CryptographicException exception)
        {
            throw new SealUnavailableException("The key did not sign.", exception);
        }
    }

    public Task<byte[]> TimestampAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => authority.StampAsync(content, cancellationToken);
}

/// <summary>Where the certificate and its key are.</summary>
public interface ISealKey
{
    /// <exception cref="SealUnavailableException">It is away.</exception>
    Task<OpenedKey> OpenAsync(CancellationToken cancellationToken);
}

/// <param name="Certificate">Whose key it is.</param>
/// <param name="Key">Signs.</param>
/// <param name="Between">Certificates between this one and the root.</param>
public sealed record OpenedKey(X509Certificate2 Certificate, AsymmetricAlgorithm Key, X509Certificate2Collection Between) : IDisposable
{
    /// <summary>Whether the certificate was issued for signatures, and not for timestamps.</summary>
    public bool CanSeal => CertificatePath.MaySign(Certificate) && !CertificatePath.IsForTimestamps(Certificate);

    public void Dispose()
    {
        Key.Dispose();
        Certificate.Dispose();
        foreach (var certificate in Between)
            certificate.Dispose();
    }
}
