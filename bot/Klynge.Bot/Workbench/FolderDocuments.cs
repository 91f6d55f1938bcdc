using NodaTime;

namespace Klynge.Bot.Workbench;

/// <summary>The documents of a folder, which stands in for SharePoint in local mode.</summary>
/// <param name="root">The library's folder; it need not exist yet. Hidden files and links out of the folder are left out.</param>
public sealed class FolderDocuments(string root) : IWorkbenchDocuments
{
    private const int Newest = 200;

    private static readonly EnumerationOptions Visible = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    public Task<IReadOnlyList<WorkbenchDocument>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<WorkbenchDocument>>([.. List().Take(Newest)]);

    public Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken)
    {
        var document = List().FirstOrDefault(one => one.Id == id);
        return Task.FromResult<Stream?>(document is null ? null : Open(document.Id));
    }

    private FileStream Open(string id) =>
        new(Path.Combine(root, id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private IEnumerable<WorkbenchDocument> List()
    {
        var folder = new DirectoryInfo(root);
        return folder.Exists
            ? folder.EnumerateFiles("*", Visible)
                .Where(file => file.Extension is not ".tmp")
                .Select(Describe)
                .OrderByDescending(document => document.Modified)
            : [];
    }

    private WorkbenchDocument Describe(FileInfo file)
    {
        var id = Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
        var folder = id.Length > file.Name.Length ? id[..^(file.Name.Length + 1)] : string.Empty;
        return new WorkbenchDocument(id, file.Name, folder, file.Length, Instant.FromDateTimeUtc(file.LastWriteTimeUtc));
    }
}
