using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Klynge.Seal.Signing;
using NodaTime;

namespace Klynge.Seal.Checks;

/// <summary>The CAdES signature over the list of files.</summary>
internal sealed class SignatureCheck
{
    private readonly SignedCms? _signed;
    private readonly X509Certificate2? _signer;

    private SignatureCheck(SignedCms? signed, X509Certificate2? signer, params string[] faults) => (_signed, _signer, Faults) = (signed, signer, faults);

    /// <summary>What does not fit; empty also where there is no signature, which the package's own check names.</summary>
    internal IReadOnlyList<string> Faults { get; }

    /// <summary>The name in the certificate; null where none could be read.</summary>
    internal string? Name => _signer is { } signer ? CertificateNames.Of(signer) : null;

    internal static SignatureCheck Of(PackageContent package)
    {
        if (package.Signature.Length == 0)
            return new SignatureCheck(null, null);

        if (Decode(package) is not { } signed || SignerOf(signed) is not { } signer)
            return new SignatureCheck(null, null, Texts.SignatureUnreadable);

        string[] faults = !IsSigned(signed) ? [Texts.SignatureOdd] : NamesItsCertificate(signed.SignerInfos[0], signer) ? [] : [Texts.SignatureOfOther];
        return new SignatureCheck(signed, signer, faults);
    }

    /// <summary>Whether the certificate leads to a root that is believed, and was good for a seal at that time.</summary>
    internal Trust CheckTrust(IReadOnlyCollection<X509Certificate2> anchors, Instant at)
    {
        var trust = CertificatePath.Check(_signer!, _signed!.Certificates, anchors, at, purpose: null);
        return !CertificatePath.MaySign(_signer!) || CertificatePath.IsForTimestamps(_signer!) ? trust.With(Texts.SignerNotForThis) : trust.Say(Texts.SignerUnknown, Texts.SignerNotThen, Texts.SignerNotForThis);
    }

    /// <returns>Null for what is no signature, or one that brings its own content in place of the list.</returns>
    private static SignedCms? Decode(PackageContent package)
    {
        try
        {
            var signed = new SignedCms(new ContentInfo(package.Manifest), detached: true);
            signed.Decode(package.Signature);
            return signed.SignerInfos.Count == 1 && signed.ContentInfo.Content.AsSpan().SequenceEqual(package.Manifest) ? signed : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <returns>Null where the certificate is not there, or cannot be read.</returns>
    private static X509Certificate2? SignerOf(SignedCms signed)
    {
        try
        {
            return signed.SignerInfos[0].Certificate;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool IsSigned(SignedCms signed)
    {
        try
        {
            var signer = signed.SignerInfos[0];
            signer.CheckSignature(verifySignatureOnly: true);
            return Digests.IsStrong(signer.DigestAlgorithm.Value);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Without it another certificate with the same key could be put in the place of the one that signed.</summary>
    private static bool NamesItsCertificate(SignerInfo signer, X509Certificate2 certificate)
    {
        var named = signer.SignedAttributes.Cast<CryptographicAttributeObject>().Where(attribute => attribute.Oid.Value == Cades.SigningCertificateV2Oid).ToList();
        return named is [{ Values: [{ RawData: var raw }] }] && raw.AsSpan().SequenceEqual(Cades.SigningCertificateV2(certificate).RawData);
    }
}

internal static class Digests
{
    /// <summary>SHA-256, -384, -512.</summary>
    internal static bool IsStrong(string? oid) => oid is "2.16.840.1.101.3.4.2.1" or "2.16.840.1.101.3.4.2.2" or "2.16.840.1.101.3.4.2.3";
}
