using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Seal;

namespace Klynge.Application.WrittenProcedures.Evidence;

/// <summary>The files of a package before they are put into a container. What comes from the library waits on disk and is never held whole.</summary>
public sealed class EvidenceFiles : IDisposable
{
    private readonly List<(PackageFile File, EvidenceFile? Listed)> _files = [];
    private readonly Lazy<DirectoryInfo> _folder = new(() => Directory.CreateTempSubdirectory("klynge-evidence-"));

    /// <summary>In the order in which they are to stand there.</summary>
    public IReadOnlyList<PackageFile> Files => [.. _files.Select(one => one.File)];

    /// <summary>As the manifest lists them.</summary>
    internal IReadOnlyList<EvidenceFile> Listed => [.. _files.Select(one => one.Listed).OfType<EvidenceFile>()];

    /// <summary>Documents that were gone from the library.</summary>
    internal List<string> Gone { get; } = [];

    public void Dispose()
    {
        if (_folder.IsValueCreated)
            _folder.Value.Delete(recursive: true);
    }

    internal void Add(string path, byte[] content) =>
        _files.Add((PackageFile.Of(path, content), new EvidenceFile(path, ContentHash.Of(content), content.Length)));

    internal void AddUnlisted(string path, byte[] content) => _files.Add((PackageFile.Of(path, content), null));

    internal void Remove(string path) => _files.RemoveAll(one => one.File.Path == path);

    /// <summary>Adds a document of the library, as it lies there now.</summary>
    /// <returns>Its hash; null when somebody has deleted or moved it.</returns>
    internal async Task<string?> AddAsync(IDocumentLibrary library, string path, DocumentPath from, CancellationToken cancellationToken)
    {
        await using var content = await library.OpenAsync(from, cancellationToken);
        if (content is null)
            return null;

        var spooled = Path.Combine(_folder.Value.FullName, $"{_files.Count}-{Guid.NewGuid():N}");
        await using var file = new FileStream(spooled, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        await content.CopyToAsync(file, cancellationToken);
        var hash = await ContentHash.OfAsync(file, cancellationToken);
        _files.Add((new PackageFile(path, _ => Task.FromResult<Stream>(File.OpenRead(spooled))), new EvidenceFile(path, hash, file.Length)));
        return hash;
    }
}
