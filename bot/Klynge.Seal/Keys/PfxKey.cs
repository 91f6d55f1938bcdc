using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Klynge.Seal.Signing;

namespace Klynge.Seal.Keys;

/// <summary>A certificate with its key in a file. It is read for each seal, so that one that is renewed is used without a restart.</summary>
public sealed class PfxKey(string path, string? password) : ISealKey
{
    public Task<OpenedKey> OpenAsync(CancellationToken cancellationToken) => Task.FromResult(Open());

    /// <exception cref="SealUnavailableException">The file is away, no .pfx, has another password or no key; what was wrong with the file itself stands within.</exception>
    public OpenedKey Open()
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var all = X509CertificateLoader.LoadPkcs12Collection(bytes, password, X509KeyStorageFlags.DefaultKeySet);
            var own = all.FirstOrDefault(certificate => certificate.HasPrivateKey) ?? throw new SealUnavailableException("The certificate's file has no key.");
            AsymmetricAlgorithm key = own.GetRSAPrivateKey() ?? (AsymmetricAlgorithm?)own.GetECDsaPrivateKey() ?? throw new SealUnavailableException("The key is neither RSA nor ECDSA.");
            var between = all.Where(certificate => certificate != own && certificate.SubjectName.Name != certificate.IssuerName.Name);
            return new OpenedKey(own, key, [.. between]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SealUnavailableException("The certificate's file cannot be read.", exception);
        }
    }
}
