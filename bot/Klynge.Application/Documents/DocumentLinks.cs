using Klynge.Application.Ports;

namespace Klynge.Application.Documents;

/// <summary>Where a person opens a stored document: the library's own address, else the host's page for documents.</summary>
public sealed class DocumentLinks(ApplicationSettings settings)
{
    /// <summary>The path under which the host serves documents, below <see cref="ApplicationSettings.PublicUrl"/>.</summary>
    public const string PagePath = "documents";

    public Uri To(StoredDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.WebUrl ?? To(document.Path);
    }

    public Uri To(DocumentPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var root = settings.PublicUrl.AbsoluteUri.TrimEnd('/');
        return new Uri($"{root}/{PagePath}/{string.Join('/', path.ToString().Split('/').Select(Uri.EscapeDataString))}");
    }
}
