using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Klynge.Seal.Checks;

namespace Klynge.Seal.Signing;

/// <summary>Asks somebody for timestamps by RFC 3161, and believes no answer before it fits.</summary>
public abstract class TimestampAuthority
{
    private const int NonceSize = 8;

    /// <returns>A token over the bytes, checked, with what is needed to check it again and nothing else.</returns>
    /// <exception cref="SealUnavailableException">The authority is away, refuses, or answers something else.</exception>
    public async Task<byte[]> StampAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(
            content.Span, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(NonceSize), requestSignerCertificates: true);
        var answer = await AskAsync(request.Encode(), cancellationToken);
        try
        {
            var token = request.ProcessResponse(answer, out _);
            if (!token.VerifySignatureForData(content.Span, out var stamper) || !CertificatePath.IsForTimestampsAlone(stamper))
                throw new SealUnavailableException("The timestamp authority's answer does not fit its certificate.");

            var reduced = TokenShape.Reduce(token, stamper);
            return TokenShape.IsStrict(reduced) ? reduced : throw new SealUnavailableException("The timestamp authority's token has a form that is not read.");
        }
        catch (CryptographicException exception)
        {
            throw new SealUnavailableException("The timestamp authority refused, or answered something else.", exception);
        }
    }

    /// <param name="request">A <c>TimeStampReq</c> in DER.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A <c>TimeStampResp</c> in DER, or whatever came.</returns>
    /// <exception cref="SealUnavailableException">Nobody answers.</exception>
    protected abstract Task<byte[]> AskAsync(byte[] request, CancellationToken cancellationToken);
}

/// <summary>An authority on the network, by HTTP.</summary>
/// <param name="http">Follows no redirects; see <see cref="SealHttp"/>.</param>
/// <param name="url">Where it is asked.</param>
public sealed class HttpTimestampAuthority(HttpClient http, Uri url) : TimestampAuthority
{
    protected override async Task<byte[]> AskAsync(byte[] request, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(request);
        content.Headers.ContentType = new("application/timestamp-query");
        using var message = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        return await SealHttp.SendAsync(http, message, "timestamp authority", cancellationToken);
    }
}
