using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Klynge.Seal.Keys;
using Klynge.Seal.Signing;

namespace Klynge.Seal.Tests.Support;

/// <summary>A small authority of the tests' own, and what it issues.</summary>
internal sealed class Issued : IDisposable
{
    internal static readonly DateTimeOffset Now = new(2026, 12, 1, 10, 0, 0, TimeSpan.Zero);

    private const string TimestampingOid = "1.3.6.1.5.5.7.3.8";

    /// <summary>A key takes long to make, and whose it is says the certificate.</summary>
    private static readonly Lazy<RSA>[] Keys = MakeKeys(), OtherKeys = MakeKeys();

    private readonly List<IDisposable> _owned = [];
    private readonly bool _isOther;
    private int _next;

    /// <param name="other">The name of another authority than the tests' usual one; it has other keys.</param>
    internal Issued(string? other = null)
    {
        _isOther = other is not null;
        Root = Issue($"CN={other ?? "Rod"}", null, request =>
        {
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        });
    }

    internal X509Certificate2 Root { get; }

    public void Dispose() => _owned.ForEach(one => one.Dispose());

    internal X509Certificate2 Between(string name = "Mellemled") => Issue($"CN={name}", Root, request =>
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
    });

    internal X509Certificate2 Seal(
        X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, X509Certificate2? above = null, DateTimeOffset? until = null, bool isForTime = false) =>
        Issue("CN=Sundhedsklynge Fjordby", above ?? Root, request =>
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
            if (isForTime)
                request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(TimestampingOid)], critical: true));
        }, until);

    internal X509Certificate2 Stamp(bool isCritical = true, bool isAlone = true, X509Certificate2? above = null) => Issue("CN=Tid", above ?? Root, request =>
    {
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        var usages = isAlone ? new OidCollection { new(TimestampingOid) } : new OidCollection { new(TimestampingOid), new("1.3.6.1.5.5.7.3.3") };
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(usages, isCritical));
    });

    internal CertificateSealer Sealer(X509Certificate2? seal = null, X509Certificate2? stamp = null, params X509Certificate2[] between) =>
        new(new HeldKey(seal ?? Seal(), between), new TrialAuthority(stamp ?? Stamp(), new FixedTime(Now)), new FixedTime(Now));

    private X509Certificate2 Issue(string name, X509Certificate2? above, Action<CertificateRequest> with, DateTimeOffset? until = null)
    {
        var keys = _isOther ? OtherKeys : Keys;
        using var key = RSA.Create(keys[_next++ % keys.Length].Value.ExportParameters(includePrivateParameters: true));
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        with(request);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        X509Certificate2 made;
        if (above is null)
        {
            made = request.CreateSelfSigned(Now.AddYears(-3), Now.AddYears(10));
        }
        else
        {
            using var issued = request.Create(above, Now.AddYears(-2), until ?? Now.AddYears(5), RandomNumberGenerator.GetBytes(12));
            made = issued.CopyWithPrivateKey(key);
        }

        _owned.Add(made);
        return made;
    }

    private static Lazy<RSA>[] MakeKeys() => [.. Enumerable.Range(0, 5).Select(_ => new Lazy<RSA>(() => RSA.Create(2048)))];

    /// <summary>A certificate at hand; the sealer's own copy, which it may dispose of.</summary>
    private sealed class HeldKey(X509Certificate2 certificate, X509Certificate2[] between) : ISealKey
    {
        public Task<OpenedKey> OpenAsync(CancellationToken cancellationToken)
        {
            X509Certificate2Collection above = [.. between.Select(one => X509CertificateLoader.LoadCertificate(one.RawData))];
            return Task.FromResult(new OpenedKey(X509CertificateLoader.LoadCertificate(certificate.RawData), certificate.GetRSAPrivateKey()!, above));
        }
    }
}

internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
