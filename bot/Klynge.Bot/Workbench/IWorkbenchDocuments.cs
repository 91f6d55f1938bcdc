namespace Klynge.Bot.Workbench;

/// <summary>The documents that the product has stored, for the page to list and open.</summary>
public interface IWorkbenchDocuments
{
    /// <summary>At most the newest few hundred, newest first.</summary>
    Task<IReadOnlyList<WorkbenchDocument>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Opens a document; null where none has that id. The id comes from a browser: look it up, never build a path of it.</summary>
    Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken);
}
