using Klynge.Application.Ports;

namespace Klynge.Application.Documents;

/// <summary>
/// Where a person opens a stored document: the library's own address, else the host's page for documents,
/// <c>…/documents/Chefforum/2026/Referat Chefforum 2026-02-03.docx?seal=…</c>. The seal (<see cref="LinkKey"/>) keeps links from being guessed.
/// </summary>
public sealed class DocumentLinks(ApplicationSettings settings, LinkKey key)
{
    /// <summary>The path under which the host serves documents, below <see cref="ApplicationSettings.PublicUrl"/>.</summary>
    public const string PagePath = "documents";

    /// <summary>The field of the address that holds the seal.</summary>
    public const string SealField = "seal";

    private string Root => $"{settings.PublicUrl.AbsoluteUri.TrimEnd('/')}/{PagePath}/";

    public Uri To(StoredDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.WebUrl ?? To(document.Path);
    }

    public Uri To(DocumentPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new Uri($"{Root}{string.Join('/', path.ToString().Split('/').Select(Uri.EscapeDataString))}?{SealField}={key.SealOf(path)}");
    }

    /// <summary>Whether an address is one of this host's page for documents, whatever it names.</summary>
    public bool IsOurs(string? url) => url?.StartsWith(Root, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The document that a link of ours leads to; null for an address that was made up, and for every other.</summary>
    public DocumentPath? PathOf(string? url)
    {
        if (!IsOurs(url) || url![Root.Length..].Split('#')[0].Split('?', 2) is not [var path, var query])
            return null;

        var seal = query.Split('&').FirstOrDefault(field => field.StartsWith($"{SealField}=", StringComparison.Ordinal));
        return Read(Uri.UnescapeDataString(path), seal?[(SealField.Length + 1)..]);
    }

    /// <param name="path">What stands behind <see cref="PagePath"/> in the address, decoded.</param>
    /// <param name="seal">The address's <see cref="SealField"/>.</param>
    /// <returns>Null for a path whose seal is missing or another's.</returns>
    public DocumentPath? Read(string? path, string? seal) =>
        seal is not null && DocumentPath.Parse(path) is { } document && key.IsSealOf(seal, document) ? document : null;
}
