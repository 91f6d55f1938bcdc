namespace Klynge.Microsoft365.Documents;

/// <summary>
/// A link that is a file's own address: <c>https://host/sites/sundhedsraad/Delte dokumenter/Notat.docx</c>, also as SharePoint's »Kopiér
/// link« writes it for those who have access already (<c>/:w:/r/sites/…</c>).
/// </summary>
/// <param name="Site">As Graph names a site: <c>host:/sites/sundhedsraad</c>.</param>
/// <param name="Path">On the host, decoded.</param>
internal sealed record LinkPath(string Site, string Path)
{
    private static readonly string[] Collections = ["sites", "teams", "personal"];

    /// <summary>Null for a link that only SharePoint itself can resolve, such as one that was made for sharing.</summary>
    internal static LinkPath? Parse(Uri link)
    {
        var parts = Uri.UnescapeDataString(link.AbsolutePath).Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [[':', ..], "r", ..])
        {
            parts = parts[2..];
        }

        return parts is [var collection, _, _, _, ..] && Collections.Contains(collection, StringComparer.OrdinalIgnoreCase)
            && !parts.Any(part => part.StartsWith(':') || part is "." or ".." or "_layouts")
            ? new LinkPath($"{link.Host}:/{parts[0]}/{parts[1]}", "/" + string.Join('/', parts))
            : null;
    }

    internal string Host => Site.Split(':')[0];

    /// <param name="root">A library's own path on the host, decoded.</param>
    internal bool IsBelow(string root) => Path.StartsWith(root + "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path within the library, escaped for an address.</summary>
    internal string Below(string root) => string.Join('/', Path[(root.Length + 1)..].Split('/').Select(Uri.EscapeDataString));
}
