using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Klynge.Application.Deadlines.Calendar;

/// <summary>The secret in a calendar link: 256 random bits, 43 letters of base64url. Only its hash is kept.</summary>
internal static class CalendarToken
{
    internal const int Letters = 43;

    internal static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Lower-case hex. A fast hash will do: there is nothing to guess in 256 random bits.</summary>
    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    internal static bool IsOne(string? token) => token is { Length: Letters } && Base64Url.IsValid(token);
}
