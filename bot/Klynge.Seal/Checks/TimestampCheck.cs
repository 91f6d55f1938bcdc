using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Klynge.Seal.Signing;
using NodaTime;

namespace Klynge.Seal.Checks;

/// <summary>The RFC 3161 token over the list that holds the signature.</summary>
internal sealed class TimestampCheck
{
    private readonly Rfc3161TimestampToken? _token;
    private readonly X509Certificate2? _stamper;

    private TimestampCheck(Rfc3161TimestampToken? token, X509Certificate2? stamper, params string[] faults) =>
        (_token, _stamper, Faults) = (token, stamper, faults);

    /// <summary>What does not fit; empty also where there is no timestamp, which the package's own check names.</summary>
    internal IReadOnlyList<string> Faults { get; }

    /// <summary>When it was stamped; null where that cannot be read.</summary>
    internal Instant? At => _token is { } token ? Instant.FromDateTimeOffset(token.TokenInfo.Timestamp) : null;

    internal static TimestampCheck Of(PackageContent package)
    {
        if (package.Timestamp.Length == 0)
            return new TimestampCheck(null, null);

        if (!Rfc3161TimestampToken.TryDecode(package.Timestamp, out var token, out var length) || length != package.Timestamp.Length || !TokenShape.IsStrict(package.Timestamp))
            return new TimestampCheck(null, null, Texts.TimestampUnreadable);

        return Digests.IsStrong(token.TokenInfo.HashAlgorithmId.Value) && IsOver(token, package.StampedManifest, out var stamper)
            ? new TimestampCheck(token, stamper)
            : new TimestampCheck(token, null, Texts.TimestampOdd);
    }

    /// <summary>Whether the authority leads to a root that is believed, was good then, and may stamp.</summary>
    internal Trust CheckTrust(IReadOnlyCollection<X509Certificate2> anchors)
    {
        var brought = _token!.AsSignedCms().Certificates;
        var trust = CertificatePath.Check(_stamper!, brought, anchors, At!.Value, CertificatePath.Timestamping);
        if (!CertificatePath.MaySign(_stamper!) || !CertificatePath.IsForTimestampsAlone(_stamper!))
            return trust.With(Texts.StamperNotForThis);

        // Nothing is over the token itself, so what it brings must all be needed, and so be held by the path.
        var isClean = brought.All(certificate => trust.Path.Contains(Convert.ToHexString(certificate.GetCertHash(HashAlgorithmName.SHA256)), StringComparer.Ordinal));
        return trust.IsTrusted && !isClean
            ? trust.Forged(Texts.CertificateForeign)
            : trust.Say(Texts.StamperUnknown, Texts.StamperNotThen, Texts.StamperNotForThis);
    }

    private static bool IsOver(Rfc3161TimestampToken token, byte[] stamped, out X509Certificate2? stamper)
    {
        try
        {
            return token.VerifySignatureForData(stamped, out stamper) && stamper is not null && token.AsSignedCms().Certificates.Count > 0;
        }
        catch (CryptographicException)
        {
            stamper = null;
            return false;
        }
    }
}
