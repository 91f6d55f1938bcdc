using Klynge.Application.Ports;

namespace Klynge.Application.Documents;

/// <summary>
/// Where a person opens a stored document: the library's own address, else the host's page for documents,
/// <c>…/documents/SEAL/Chefforum/2026/Referat Chefforum 2026-02-03.docx</c>. The seal (<see cref="LinkKey"/>) keeps links from being guessed.
/// </summary>
public sealed class DocumentLinks(ApplicationSettings settings, LinkKey key)
{
    /// <summary>The path under which the host serves documents, below <see cref="ApplicationSettings.PublicUrl"/>.</summary>
    public const string PagePath = "documents";

    private string Root => $"{settings.PublicUrl.AbsoluteUri.TrimEnd('/')}/{PagePath}/";

    public Uri To(StoredDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.WebUrl ?? To(document.Path);
    }

    public Uri To(DocumentPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new Uri($"{Root}{key.SealOf(path)}/{string.Join('/', path.ToString().Split('/').Select(Uri.EscapeDataString))}");
    }

    /// <summary>Whether an address is one of this host's page for documents, whatever it names.</summary>
    public bool IsOurs(string? url) => url?.StartsWith(Root, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The document that a link of ours leads to; null for an address that was made up, and for every other.</summary>
    public DocumentPath? PathOf(string? url) => IsOurs(url) ? Read(Uri.UnescapeDataString(url![Root.Length..].Split('?', '#')[0])) : null;

    /// <param name="sealedPath">What stands behind <see cref="PagePath"/> in the address, decoded: the seal, a slash and the path.</param>
    /// <returns>Null for a path whose seal is missing or another's.</returns>
    public DocumentPath? Read(string? sealedPath) =>
        sealedPath?.Split('/', 2) is [var seal, var rest] && DocumentPath.Parse(rest) is { } path && key.IsSealOf(seal, path) ? path : null;
}
