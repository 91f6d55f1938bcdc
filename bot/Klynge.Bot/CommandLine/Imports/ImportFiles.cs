using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Domain.Common;
using Klynge.Domain.Minutes;

namespace Klynge.Bot.CommandLine.Imports;

/// <summary>Which files an import is about.</summary>
internal static class ImportFiles
{
    private static readonly EnumerationOptions Visible = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>One file by its name is told about in full; several, or a folder, as a list in which a bad one does not stop the rest.</summary>
    internal static bool IsOneFile(IReadOnlyList<string> paths) => paths.Count == 1 && !Directory.Exists(paths[0]) && !IsArchive(paths[0]);

    /// <summary>
    /// What the paths stand for, in their order and each file once: <c>import ind ind/referat.docx</c> reads the file once. A folder
    /// that has nothing to read is an error in its place.
    /// </summary>
    internal static IReadOnlyList<ImportFile> Of(IReadOnlyList<string> paths) =>
        [.. paths.SelectMany(Expand).DistinctBy(file => $"{Path.GetFullPath(file.Path)}|{file.Entry}", StringComparer.Ordinal)];

    private static bool IsArchive(string path) => Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    private static IEnumerable<ImportFile> Expand(string path) => IsArchive(path) ? InArchive(path) : !Directory.Exists(path) ? [new ImportFile(path)]
        : In(path).TryGet(out var files, out var error) ? files.Select(file => new ImportFile(file))
        : [new ImportFile(path, error)];

    private static IEnumerable<ImportFile> InArchive(string path) => MinutesArchive.Names(path).TryGet(out var names, out var error)
        ? names.Select(name => new ImportFile(path) { Entry = name })
        : [new ImportFile(path, error)];

    /// <summary>The documents of a folder and those below it, by name; never the lock files that Word leaves beside an open document.</summary>
    private static Result<IReadOnlyList<string>> In(string folder)
    {
        try
        {
            var files = Directory.EnumerateFiles(folder, "*", Visible)
                .Where(MinutesReader.MayRead)
                .Where(file => !Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .ToArray();
            return files.Length == 0 ? new FolderWithoutMinutes(Path.GetFileName(Path.GetFullPath(folder))) : files;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new MinutesFileUnreadable(folder);
        }
    }
}

/// <param name="Path">As it was given, or found in a folder that was.</param>
/// <param name="Error">Why there is nothing to read; null for a file that can be tried.</param>
internal sealed record ImportFile(string Path, Error? Error = null)
{
    /// <summary>The document's name within the .zip that <see cref="Path"/> is; null for a file of its own.</summary>
    internal string? Entry { get; init; }

    /// <summary>The name of the file, or of the folder it stands for: <c>ind/</c> is »ind«.</summary>
    internal string Name => Entry is { } entry ? System.IO.Path.GetFileName(entry) : System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(Path));

    internal async Task<Result<MinutesDocument>> ReadAsync(CancellationToken cancellationToken) =>
        Error is { } error ? error : await ImportMinutes.ReadAsync(Path, Entry, cancellationToken);
}
