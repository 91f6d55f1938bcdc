namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>An address by path: <c>root:/Chefforum/2025/Referat.docx:/content</c>.</summary>
/// <param name="Path">From the library's root, decoded.</param>
/// <param name="Operation">Behind the second colon; empty for the item itself.</param>
internal sealed record DriveAddress(string Path, string Operation)
{
    private const string Root = "root:/";

    internal static DriveAddress? Parse(string rest)
    {
        if (!rest.StartsWith(Root, StringComparison.Ordinal))
            return null;

        var parts = rest[Root.Length..].Split(":/");
        return parts.Length switch
        {
            1 => new DriveAddress(parts[0], string.Empty),
            2 => new DriveAddress(parts[0], parts[1]),
            _ => null,
        };
    }
}
