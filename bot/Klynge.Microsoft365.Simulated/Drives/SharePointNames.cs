using System.Buffers;

namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>What SharePoint takes as a path, written down apart from the bot's own rules so that one can hold the other to account.</summary>
internal static class SharePointNames
{
    private const int LongestPath = 400;
    private const int LongestName = 255;

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
        return root.Length + 1 + path.Length > LongestPath ? $"a path of more than {LongestPath} characters"
            : string.Equals(parts[0], "forms", StringComparison.OrdinalIgnoreCase) ? "the library's own folder"
            : parts.Any(part => !IsName(part)) ? "a name that SharePoint does not take"
            : null;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && name.AsSpan().IndexOfAny(Forbidden) < 0
        && name.Trim() == name
        && !name.EndsWith('.')
        && !name.StartsWith("~$", StringComparison.Ordinal)
        && !name.Contains("_vti_", StringComparison.OrdinalIgnoreCase)
        && !Reserved.Contains(name, StringComparer.OrdinalIgnoreCase)
        && !name.Any(char.IsControl);
}
