using System.Text.Json;

namespace Klynge.Microsoft365.Checks;

/// <summary>Reads the permissions out of our own token. It was handed to us over TLS by Entra and is judged by Graph; nothing here trusts it.</summary>
internal static class TokenRoles
{
    /// <returns>Null for a token that is no JWT, such as the stand-in's.</returns>
    internal static IReadOnlySet<string>? Of(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
            return null;

        try
        {
            using var claims = JsonDocument.Parse(Decode(parts[1]));
            return claims.RootElement.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array
                ? roles.EnumerateArray().Select(role => role.GetString() ?? string.Empty).ToHashSet(StringComparer.Ordinal)
                : new HashSet<string>(StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }

    private static byte[] Decode(string part) =>
        System.Buffers.Text.Base64Url.DecodeFromChars(part);
}
