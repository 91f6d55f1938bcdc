using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Klynge.Seal.Signing;

/// <summary>CAdES signatures (ETSI EN 319 122): CMS whose signed attributes name the certificate itself.</summary>
internal static class Cades
{
    internal const string SigningCertificateV2Oid = "1.2.840.113549.1.9.16.2.47";

    private const string Sha256Oid = "2.16.840.1.101.3.4.2.1";

    /// <param name="content">What is signed; not part of the signature.</param>
    /// <param name="certificate">Whose key it is.</param>
    /// <param name="key">May lie somewhere else, and then only signs hashes.</param>
    /// <param name="between">Certificates between this one and the root.</param>
    /// <param name="at">What the signature says of its time. What counts is the timestamp.</param>
    internal static byte[] Sign(
        ReadOnlyMemory<byte> content, X509Certificate2 certificate, AsymmetricAlgorithm key, X509Certificate2Collection between, DateTimeOffset at)
    {
        var signed = new SignedCms(new ContentInfo(content.ToArray()), detached: true);
        signed.ComputeSignature(Signer(certificate, key, between, X509IncludeOption.EndCertOnly, new Pkcs9SigningTime(at.UtcDateTime)));
        return signed.Encode();
    }

    internal static CmsSigner Signer(
        X509Certificate2 certificate, AsymmetricAlgorithm key, X509Certificate2Collection between, X509IncludeOption include, Pkcs9SigningTime? at)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, key) { DigestAlgorithm = new Oid(Sha256Oid), IncludeOption = include };
        signer.Certificates.AddRange(between);
        signer.SignedAttributes.Add(SigningCertificateV2(certificate));
        if (at is not null)
            signer.SignedAttributes.Add(at);

        return signer;
    }

    /// <summary>RFC 5035. SHA-256 is its default, which DER leaves out; issuer and serial number as CAdES wants them.</summary>
    internal static AsnEncodedData SigningCertificateV2(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
                    writer.WriteEncodedValue(certificate.IssuerName.RawData);

                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }

        return new AsnEncodedData(new Oid(SigningCertificateV2Oid), writer.Encode());
    }
}
