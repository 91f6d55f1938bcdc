using System.Buffers;
using System.Numerics;

namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>What SharePoint takes as a path, written down apart from the bot's own rules so that one can hold the other to account.</summary>
internal static class SharePointNames
{
    private const int MaxPathLength = 400;
    private const int MaxNameLength = 255;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\"*:<>?/\\|");

    private static readonly string[] Reserved =
    [
        ".lock", "CON", "PRN", "AUX", "NUL", "desktop.ini",
        .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" }),
    ];

    /// <summary>What is wrong with a path; null for nothing.</summary>
    /// <param name="root">The library's own path on the host.</param>
    /// <param name="path">From the library's root, decoded.</param>
    internal static string? Check(string root, string path)
    {
        var parts = path.Split('/');
        return root.Length + 1 + path.Length > MaxPathLength ? $"a path of more than {MaxPathLength} characters"
            : string.Equals(parts[0], "forms", StringComparison.OrdinalIgnoreCase) ? "the library's own folder"
            : parts.Any(part => !IsName(part)) ? "a name that SharePoint does not take"
            : null;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameLength
        && name.AsSpan().IndexOfAny(Forbidden) < 0
        && name.Trim() == name
        && !name.EndsWith('.')
        && !name.StartsWith("~$", StringComparison.Ordinal)
        && !name.Contains("_vti_", StringComparison.OrdinalIgnoreCase)
        && !Reserved.Contains(name, StringComparer.OrdinalIgnoreCase)
        && !name.Any(char.IsControl);
}

/// <summary>SharePoint's hash of a file by its definition: every byte, turned eleven bits further than the one before, in a ring of 160 bits.</summary>
internal static class SharePointHash
{
    private const int Bits = 160;

    internal static string Of(byte[] content)
    {
        // Bytes that stand 160 apart are turned alike, so they are put together first.
        var columns = new byte[Bits];
        for (var index = 0; index < content.Length; index++)
            columns[index % Bits] ^= content[index];

        var ring = BigInteger.Zero;
        for (var index = 0; index < Bits; index++)
            ring ^= Turn(columns[index], index * 11 % Bits);

        ring ^= new BigInteger(content.LongLength) << (Bits - 64);
        var bytes = new byte[Bits / 8];
        ring.TryWriteBytes(bytes, out _, isUnsigned: true);
        return Convert.ToBase64String(bytes);
    }

    private static BigInteger Turn(byte value, int by)
    {
        var wide = new BigInteger(value) << by;
        var mask = (BigInteger.One << Bits) - 1;
        return (wide & mask) | (wide >> Bits);
    }
}
