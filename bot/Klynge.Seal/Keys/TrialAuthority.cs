using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Klynge.Seal.Checks;
using Klynge.Seal.Signing;

namespace Klynge.Seal.Keys;

/// <summary>
/// A timestamp authority within the process, for trials: it says what this machine's clock says, so it proves nothing to anybody else. It
/// answers real requests (RFC 3161), so that what is tried is the same as with a real one.
/// </summary>
public sealed class TrialAuthority(X509Certificate2 certificate, TimeProvider time) : TimestampAuthority
{
    /// <summary>Of no organisation: the example arc.</summary>
    private const string Policy = "2.999.1";

    private const string TokenInfoOid = "1.2.840.113549.1.9.16.1.4";
    private const int Granted = 0;
    private const int Rejected = 2;
    private const int BadAlgorithm = 0;
    private const int BadRequest = 2;
    private const int BadFormat = 5;

    /// <param name="request">A <c>TimeStampReq</c>; anything else is refused in an answer.</param>
    /// <returns>A <c>TimeStampResp</c>.</returns>
    public byte[] Answer(ReadOnlyMemory<byte> request)
    {
        if (!Rfc3161TimestampRequest.TryDecode(request, out var asked, out var length) || length != request.Length)
            return Refuse(BadFormat);

        if (!Digests.IsStrong(asked.HashAlgorithmId.Value))
            return Refuse(BadAlgorithm);

        return asked.RequestedPolicyId is not null || asked.HasExtensions ? Refuse(BadRequest) : Grant(asked);
    }

    protected override Task<byte[]> AskAsync(byte[] request, CancellationToken cancellationToken) => Task.FromResult(Answer(request));

    private byte[] Grant(Rfc3161TimestampRequest asked)
    {
        using AsymmetricAlgorithm key = certificate.GetECDsaPrivateKey() ?? (AsymmetricAlgorithm)certificate.GetRSAPrivateKey()!;
        var include = asked.RequestSignerCertificate ? X509IncludeOption.EndCertOnly : X509IncludeOption.None;
        var signed = new SignedCms(new ContentInfo(new Oid(TokenInfoOid), Info(asked)));
        signed.ComputeSignature(Cades.Signer(certificate, key, [], include, at: null));
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
                writer.WriteInteger(Granted);

            writer.WriteEncodedValue(signed.Encode());
        }

        return writer.Encode();
    }

    private byte[] Info(Rfc3161TimestampRequest asked)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier(Policy);
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(asked.HashAlgorithmId.Value!);
                    writer.WriteNull();
                }

                writer.WriteOctetString(asked.GetMessageHash().Span);
            }

            writer.WriteInteger(new BigInteger(RandomNumberGenerator.GetBytes(16), isUnsigned: true));
            writer.WriteGeneralizedTime(time.GetUtcNow(), omitFractionalSeconds: true);
            if (asked.GetNonce() is { } nonce)
                writer.WriteInteger(nonce.Span);
        }

        return writer.Encode();
    }

    private static byte[] Refuse(int reason)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteInteger(Rejected);
            var bits = new byte[(reason / 8) + 1];
            bits[reason / 8] = (byte)(0x80 >> (reason % 8));
            writer.WriteBitString(bits, 7 - (reason % 8));
        }

        return writer.Encode();
    }
}
