using NodaTime;

namespace Klynge.Bot.Workbench;

/// <summary>The documents that the product has stored, for the page to list and open.</summary>
public interface IWorkbenchDocuments
{
    /// <summary>At most the newest few hundred, newest first.</summary>
    Task<IReadOnlyList<WorkbenchDocument>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Opens a document; null where none has that id. The id comes from a browser: look it up, never build a path of it.</summary>
    Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken);
}

/// <summary>A stored document as the page lists it.</summary>
/// <param name="Id">What <see cref="IWorkbenchDocuments.OpenAsync"/> finds it by.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Folder">Where it lies in the library, with <c>/</c> between the folders; empty at the root.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">When it was last written.</param>
public sealed record WorkbenchDocument(string Id, string Name, string Folder, long Size, Instant Modified);
