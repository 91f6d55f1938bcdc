using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Klynge.Seal.Checks;

namespace Klynge.Seal.Signing;

/// <summary>
/// Nothing is over a timestamp, so every byte of it must count: what a reader of CMS would pass over (another version, a list of revoked
/// certificates, attributes that nobody signed) is not allowed in a token of a package.
/// </summary>
internal static class TokenShape
{
    private const string SignedDataOid = "1.2.840.113549.1.7.2";

    private static readonly Asn1Tag Tag0 = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private static readonly HashSet<string> SignatureAlgorithms = new(StringComparer.Ordinal)
    {
        "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13", // RSA, alone or with SHA-2
        "1.2.840.113549.1.1.10", // RSASSA-PSS
        "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4", // ECDSA with SHA-2
    };

    /// <summary>Takes out of a token what is not needed to check it: certificates beside the way to the root, the root itself, what nobody signed.</summary>
    internal static byte[] Reduce(Rfc3161TimestampToken token, X509Certificate2 stamper)
    {
        var signed = token.AsSignedCms();
        var needed = Needed(stamper, signed.Certificates);
        foreach (var certificate in signed.Certificates.Where(one => !needed.Contains(one.Thumbprint)).ToList())
            signed.RemoveCertificate(certificate);

        foreach (var attribute in signed.SignerInfos[0].UnsignedAttributes.Cast<CryptographicAttributeObject>().ToList())
        {
            foreach (var value in attribute.Values)
                signed.SignerInfos[0].RemoveUnsignedAttribute(value);
        }

        return signed.Encode();
    }

    internal static bool IsStrict(ReadOnlyMemory<byte> der)
    {
        try
        {
            var reader = new AsnReader(der, AsnEncodingRules.BER);
            var outer = reader.ReadSequence();
            var isSignedData = !reader.HasData && outer.ReadObjectIdentifier() == SignedDataOid;
            var explicitly = outer.ReadSequence(Tag0);
            return isSignedData && !outer.HasData && IsSignedData(explicitly.ReadSequence()) && !explicitly.HasData;
        }
        catch (Exception exception) when (exception is AsnContentException or CryptographicException)
        {
            return false;
        }
    }

    private static bool IsSignedData(AsnReader data)
    {
        if (!data.TryReadInt32(out var version) || version != 3)
            return false;

        var digests = data.ReadSetOf(skipSortOrderValidation: true);
        var digest = ReadAlgorithm(digests.ReadSequence());
        data.ReadSequence(); // The content: signed.
        if (data.PeekTag().HasSameClassAndValue(Tag0))
            data.ReadEncodedValue(); // The certificates: held by the path.

        var signers = data.ReadSetOf(skipSortOrderValidation: true);
        return !digests.HasData && !data.HasData && Digests.IsStrong(digest) && IsSigner(signers.ReadSequence(), digest!) && !signers.HasData;
    }

    private static bool IsSigner(AsnReader signer, string digest)
    {
        if (!signer.TryReadInt32(out var version) || version != (signer.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? 1 : 3))
            return false;

        signer.ReadEncodedValue(); // Whose: held against the certificate.
        var isSameDigest = ReadAlgorithm(signer.ReadSequence()) == digest;
        signer.ReadEncodedValue(); // What is signed.
        var isKnown = ReadAlgorithm(signer.ReadSequence()) is { } algorithm && SignatureAlgorithms.Contains(algorithm);
        signer.ReadOctetString();
        return isSameDigest && isKnown && !signer.HasData;
    }

    /// <returns>Null for one with parameters that are neither absent, NULL nor a sequence of their own.</returns>
    private static string? ReadAlgorithm(AsnReader algorithm)
    {
        var oid = algorithm.ReadObjectIdentifier();
        if (algorithm.HasData && algorithm.PeekTag().HasSameClassAndValue(Asn1Tag.Null))
            algorithm.ReadNull();
        else if (algorithm.HasData)
            algorithm.ReadSequence();

        return algorithm.HasData ? null : oid;
    }

    /// <returns>Thumbprints from the stamper upwards, by name, as far as the token has them; never a root.</returns>
    private static HashSet<string> Needed(X509Certificate2 stamper, X509Certificate2Collection all)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal) { stamper.Thumbprint };
        for (var last = stamper; last is not null;)
        {
            last = all.FirstOrDefault(one => IsIssuer(one, last) && !IsRoot(one) && !needed.Contains(one.Thumbprint));
            if (last is not null)
                needed.Add(last.Thumbprint);
        }

        return needed;
    }

    private static bool IsIssuer(X509Certificate2 above, X509Certificate2 below) =>
        above.SubjectName.RawData.AsSpan().SequenceEqual(below.IssuerName.RawData);

    private static bool IsRoot(X509Certificate2 certificate) => IsIssuer(certificate, certificate);
}
