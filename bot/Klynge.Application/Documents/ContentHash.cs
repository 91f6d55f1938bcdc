using System.Security.Cryptography;

namespace Klynge.Application.Documents;

/// <summary>SHA-256 in lower-case hex: names a content, on record in the minutes and as a version in a folder.</summary>
public static class ContentHash
{
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static async Task<string> OfAsync(Stream content, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
}
