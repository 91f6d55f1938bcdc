using System.Security.Cryptography;
using System.Text;

namespace Klynge.Microsoft365.Notifications;

/// <summary>
/// The secret that Graph repeats in every notification of a subscription. It is made for one subscription, sent to Graph once, and only
/// its hash is kept.
/// </summary>
internal static class ClientState
{
    /// <summary>256 bits at random, far below Graph's limit of 128 characters.</summary>
    internal static string New() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    internal static string HashOf(string clientState) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(clientState)));

    /// <summary>Takes the same time for every wrong secret.</summary>
    /// <param name="clientState">What a notification carries; null for nothing.</param>
    /// <param name="hash">What is on record; null for no subscription.</param>
    internal static bool Matches(string? clientState, string? hash)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(clientState ?? string.Empty));
        var expected = hash is null ? new byte[SHA256.HashSizeInBytes] : Convert.FromHexString(hash);
        return CryptographicOperations.FixedTimeEquals(given, expected) && clientState is not null;
    }
}
