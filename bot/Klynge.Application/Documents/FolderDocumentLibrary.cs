using System.Globalization;
using Klynge.Application.Documents.Pdf;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Documents;

/// <summary>
/// A folder in place of SharePoint. A document appears whole under its name or not at all: it is written beside, forced to the disk and
/// renamed. What it replaces lies in <c>.versions</c> in the same folder. Several processes may use one folder (the bot, and a command
/// beside it): they take turns by a lock file.
/// </summary>
/// <param name="root">The library's folder; made when the first document is stored.</param>
/// <param name="time">Of the host; null for the system's.</param>
/// <param name="pdf">What makes PDF of Word documents; null for nothing.</param>
public sealed class FolderDocumentLibrary(string root, TimeProvider? time = null, PdfConverter? pdf = null) : IDocumentLibrary
{
    private const string VersionsFolder = ".versions";

    private static readonly EnumerationOptions Visible = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        MatchCasing = MatchCasing.CaseInsensitive,
    };

    private readonly string _root = Path.GetFullPath(root);

    /// <summary>The folder on this machine.</summary>
    public string Root => _root;

    public Task<Result<StoreOutcome>> StoreAsync(DocumentPath path, Stream content, string? seen, CancellationToken cancellationToken) =>
        InTurnAsync(path, () => StoreInTurnAsync(path, content, seen, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<StoredDocument>> ListAsync(string folder, CancellationToken cancellationToken)
    {
        if (DocumentPath.Parse($"{folder}/x") is null || !Directory.Exists(Path.Combine(_root, folder)))
            return [];

        var documents = new List<StoredDocument>();
        foreach (var file in new DirectoryInfo(Path.Combine(_root, folder)).EnumerateFiles("*", Visible).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (DocumentPath.Parse($"{folder}/{file.Name}") is { } path)
                documents.Add(await DescribeAsync(path, file, cancellationToken));
        }

        return documents;
    }

    public async Task<StoredDocument?> FindAsync(DocumentPath path, CancellationToken cancellationToken) =>
        Find(path) is { } file ? await DescribeAsync(path, file, cancellationToken) : null;

    public Task<Stream?> OpenAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        var file = Find(path);
        return Task.FromResult<Stream?>(file is null ? null : OpenToRead(file.FullName));
    }

    public Task<Result<MoveOutcome>> MoveAsync(DocumentPath from, DocumentPath to, CancellationToken cancellationToken) =>
        InTurnAsync<MoveOutcome>(to, async () =>
        {
            var (file, there) = (Find(from), Find(to));
            if (there is not null)
                return file is null ? new MoveOutcome.Moved(await DescribeAsync(to, there, cancellationToken)) : new MoveOutcome.NameTaken();

            if (file is null)
                return new MoveOutcome.Nothing();

            // The earlier versions first: what a crash leaves behind is found by the document, which is still there.
            var target = Path.Combine(FolderOf(to), to.Name);
            foreach (var version in VersionsOf(file))
                version.MoveTo(Path.Combine(Directory.CreateDirectory(Path.Combine(FolderOf(to), VersionsFolder)).FullName, RenamedVersion(version, file, to)));

            file.MoveTo(target);
            return new MoveOutcome.Moved(await DescribeAsync(to, new FileInfo(target), cancellationToken));
        }, cancellationToken);

    public Task<Result<Done>> DeleteAsync(DocumentPath path, CancellationToken cancellationToken) =>
        InTurnAsync(path, () =>
        {
            if (Find(path) is { } file)
            {
                VersionsOf(file).ForEach(version => version.Delete());
                file.Delete();
            }

            return Task.FromResult(default(Done));
        }, cancellationToken);

    /// <summary>A folder has no columns.</summary>
    public Task<Result<StoredDocument>> DescribeAsync(StoredDocument document, DocumentFacts facts, CancellationToken cancellationToken) =>
        Task.FromResult<Result<StoredDocument>>(document);

    /// <summary>A folder renders nothing by itself: the program beside it does, where there is one.</summary>
    public async Task<Result<ReadOnlyMemory<byte>>> ConvertToPdfAsync(DocumentPath path, CancellationToken cancellationToken) =>
        pdf is { IsAvailable: true } && Find(path) is { } file
            ? await pdf.ConvertAsync(await File.ReadAllBytesAsync(file.FullName, cancellationToken), cancellationToken)
            : ReadOnlyMemory<byte>.Empty;

    private async Task<Result<T>> InTurnAsync<T>(DocumentPath path, Func<Task<T>> write, CancellationToken cancellationToken)
        where T : notnull
    {
        try
        {
            Directory.CreateDirectory(FolderOf(path));
            await using var turn = await FolderLock.AcquireAsync(Path.Combine(_root, FolderLock.FileName), time ?? TimeProvider.System, cancellationToken);
            return await write();
        }
        catch (Exception exception) when (FolderFailure.Of(exception, path.Name) is { } error)
        {
            return error;
        }
    }

    private async Task<StoreOutcome> StoreInTurnAsync(DocumentPath path, Stream content, string? seen, CancellationToken cancellationToken)
    {
        var file = Find(path);
        if (file is not null)
        {
            var present = await DescribeAsync(path, file, cancellationToken);
            if (present.Version == await ContentHash.OfAsync(content, cancellationToken))
                return new StoreOutcome.Unchanged(present);
            if (seen is null)
                return new StoreOutcome.NameTaken(present);
            if (present.Version != seen)
                return new StoreOutcome.ChangedByOthers(present);
            await SaveAsync(file, cancellationToken);
        }

        var target = file?.FullName ?? Path.Combine(FolderOf(path), path.Name);
        await WriteAsync(target, content, cancellationToken);
        return new StoreOutcome.Stored(await DescribeAsync(path, new FileInfo(target), cancellationToken));
    }

    private string FolderOf(DocumentPath path) => Path.Combine([_root, .. path.Folder.Split('/')]);

    /// <summary>Two names that differ in case only are one document, as on Windows and SharePoint, so that a folder can move there.</summary>
    private FileInfo? Find(DocumentPath path)
    {
        var folder = new DirectoryInfo(FolderOf(path));
        return folder.Exists
            ? folder.EnumerateFiles("*", Visible).FirstOrDefault(file => string.Equals(file.Name, path.Name, StringComparison.OrdinalIgnoreCase))
            : null;
    }

    private static async Task<StoredDocument> DescribeAsync(DocumentPath path, FileInfo file, CancellationToken cancellationToken)
    {
        await using var content = OpenToRead(file.FullName);
        var version = await ContentHash.OfAsync(content, cancellationToken);
        return new StoredDocument(path, version, content.Length, Instant.FromDateTimeUtc(file.LastWriteTimeUtc));
    }

    private static FileStream OpenToRead(string file) =>
        new(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

    /// <summary>Copies the present version away before it is replaced: <c>.versions/Referat Chefforum 2025-02-04.1.docx</c>.</summary>
    private static async Task SaveAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(file.DirectoryName!, VersionsFolder)).FullName;
        var (title, extension) = (Path.GetFileNameWithoutExtension(file.Name), file.Extension);
        var number = 1;
        while (File.Exists(NameOf(number)))
            number++;

        await using var content = OpenToRead(file.FullName);
        await WriteAsync(NameOf(number), content, cancellationToken);

        string NameOf(int version) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{title}.{version}{extension}"));
    }

    /// <summary><c>.versions/Referat.1.docx</c>, <c>.versions/Referat.2.docx</c> of <c>Referat.docx</c>, and not <c>.versions/Referat.rettet.1.docx</c>.</summary>
    private static List<FileInfo> VersionsOf(FileInfo file)
    {
        var folder = new DirectoryInfo(Path.Combine(file.DirectoryName!, VersionsFolder));
        return folder.Exists ? [.. folder.EnumerateFiles().Where(version => NumberOf(version, file) is not null)] : [];
    }

    private static int? NumberOf(FileInfo version, FileInfo file)
    {
        var (name, title) = (Path.GetFileNameWithoutExtension(version.Name), Path.GetFileNameWithoutExtension(file.Name));
        return version.Extension == file.Extension
            && name.StartsWith($"{title}.", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(name.AsSpan(title.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }

    private static string RenamedVersion(FileInfo version, FileInfo file, DocumentPath to) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(to.Name)}.{NumberOf(version, file)}{Path.GetExtension(to.Name)}");

    private static async Task WriteAsync(string target, Stream content, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                content.Position = 0;
                await content.CopyToAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
