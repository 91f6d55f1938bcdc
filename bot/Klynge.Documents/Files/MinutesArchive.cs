using System.IO.Compression;
using Klynge.Domain.Common;

namespace Klynge.Documents.Files;

/// <summary>The documents in a .zip, each read as if it were a file. Nothing is unpacked to disk, and a name in it leads nowhere.</summary>
public static class MinutesArchive
{
    private const int MaxDocuments = 1000;

    public static Result<IReadOnlyList<string>> Names(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var archive = ZipFile.OpenRead(path);
            // "~$Referat.docx" is what Word leaves while it has the file open, "__MACOSX/…" what a Mac adds.
            var names = archive.Entries
                .Select(entry => entry.FullName)
                .Where(MinutesReader.MayRead)
                .Where(entry => !Path.GetFileName(entry).StartsWith("~$", StringComparison.Ordinal) && !entry.StartsWith("__MACOSX", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Take(MaxDocuments)
                .ToArray();
            return names.Length == 0 ? new ArchiveWithoutMinutes(name) : names;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new MinutesFileUnreadable(name);
        }
    }

    public static async Task<Result<MinutesSource>> ReadAsync(string path, string entry, CancellationToken cancellationToken)
    {
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(path, cancellationToken);
            if (archive.GetEntry(entry) is not { } document)
                return new MinutesFileNotFound(entry);

            await using var stream = await document.OpenAsync(cancellationToken);
            return await MinutesReader.ReadAsync(stream, Path.GetFileName(entry), cancellationToken);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new MinutesFileUnreadable(entry);
        }
    }
}

public sealed record ArchiveWithoutMinutes(string Name)
    : Error($"Der er ingen referater at læse i »{Name}«: der skal ligge filer som .docx, .pdf, .html eller .txt i den.");
