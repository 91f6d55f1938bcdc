using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Klynge.Seal.Signing;

namespace Klynge.Seal.Keys;

/// <summary>
/// A certificate of Azure Key Vault. Its key never leaves the vault: what goes there is a hash, what comes back a signature. It is asked for
/// at each seal, so that one that the vault has renewed is used from then on.
/// </summary>
/// <param name="http">See <see cref="SealHttp"/>.</param>
/// <param name="certificate">Its identifier, for example <c>https://klynge.vault.azure.net/certificates/segl</c>.</param>
/// <param name="token">An access token for <see cref="Scope"/>.</param>
public sealed class KeyVaultKey(HttpClient http, Uri certificate, Func<CancellationToken, Task<string>> token) : ISealKey
{
    public const string Scope = "https://vault.azure.net/.default";

    internal const string ApiVersion = "?api-version=7.4";

    public async Task<OpenedKey> OpenAsync(CancellationToken cancellationToken)
    {
        var access = await token(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(certificate.AbsoluteUri.TrimEnd('/') + ApiVersion));
        request.Headers.Authorization = new("Bearer", access);
        var answer = await SealHttp.SendAsync(http, request, "key vault", cancellationToken);
        try
        {
            using var json = JsonDocument.Parse(answer);
            var key = new Uri(json.RootElement.GetProperty("kid").GetString()!);
            var own = X509CertificateLoader.LoadCertificate(json.RootElement.GetProperty("cer").GetBytesFromBase64());

            // The token goes to the vault that was named, wherever the answer points.
            return key.Host == certificate.Host && key.Port == certificate.Port && key.Scheme == certificate.Scheme
                ? new OpenedKey(own, new KeyVaultRsa(http, key, access, own.GetRSAPublicKey() ?? throw new SealUnavailableException("The key vault's key is not RSA.")), [])
                : throw new SealUnavailableException("The key vault names a key of another vault.");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or CryptographicException or ArgumentException)
        {
            throw new SealUnavailableException("The key vault answered something else.", exception);
        }
    }
}

/// <summary>An RSA key of which only the public half is here; the vault signs (<c>POST {key}/sign</c>, RS256).</summary>
internal sealed class KeyVaultRsa : RSA
{
    private readonly HttpClient _http;
    private readonly Uri _key;
    private readonly string _token;
    private readonly RSA _public;

    internal KeyVaultRsa(HttpClient http, Uri key, string token, RSA @public)
    {
        (_http, _key, _token, _public) = (http, key, token, @public);
        KeySizeValue = @public.KeySize;
        LegalKeySizesValue = [new KeySizes(@public.KeySize, @public.KeySize, 0)];
    }

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        if (hashAlgorithm != HashAlgorithmName.SHA256 || padding != RSASignaturePadding.Pkcs1)
            throw new NotSupportedException("The vault is asked for RS256 alone.");

        var body = JsonSerializer.SerializeToUtf8Bytes(new { alg = "RS256", value = Base64Url(hash) });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_key.AbsoluteUri.TrimEnd('/') + "/sign" + KeyVaultKey.ApiVersion))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } },
        };
        request.Headers.Authorization = new("Bearer", _token);
        return Signature(SealHttp.Send(_http, request, "key vault"), hash);
    }

    public override bool VerifyHash(byte[] hash, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) =>
        _public.VerifyHash(hash, signature, hashAlgorithm, padding);

    public override RSAParameters ExportParameters(bool includePrivateParameters) => includePrivateParameters
        ? throw new CryptographicException("The key stays in the vault.")
        : _public.ExportParameters(includePrivateParameters: false);

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _public.Dispose();

        base.Dispose(disposing);
    }

    /// <summary>What the vault signed with is held against the certificate at once: a seal that does not fit must never be stored.</summary>
    private byte[] Signature(byte[] answer, byte[] hash)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var signature = System.Buffers.Text.Base64Url.DecodeFromChars(json.RootElement.GetProperty("value").GetString());
            return VerifyHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                ? signature
                : throw new SealUnavailableException("The key vault signed with another key.");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new SealUnavailableException("The key vault answered something else.", exception);
        }
    }

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
