using System.Collections.Concurrent;

namespace Klynge.Bot.Workbench.Chats;

/// <summary>
/// Plays the OneDrive into which Teams lays what people drop into a chat: a file in a folder of its own for each, gone when the program ends.
/// </summary>
internal sealed class FileShelf : IDisposable
{
    private readonly ConcurrentDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly Lazy<DirectoryInfo> _folder = new(() => Directory.CreateTempSubdirectory("klynge-files-"));

    /// <returns>What stands in the address under which it can be fetched.</returns>
    public async Task<string> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("N");
        var path = Path.Combine(_folder.Value.FullName, id);
        await using (var file = File.Create(path))
            await content.CopyToAsync(file, cancellationToken);

        _files[id] = path;
        return id;
    }

    public Stream? Open(string id) => _files.TryGetValue(id, out var path) ? File.OpenRead(path) : null;

    public void Dispose()
    {
        if (_folder.IsValueCreated)
            _folder.Value.Delete(recursive: true);
    }
}
