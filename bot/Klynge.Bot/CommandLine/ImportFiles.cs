using Klynge.Application.Minutes.Import;
using Klynge.Domain.Common;

namespace Klynge.Bot.CommandLine;

/// <summary>Which files an import is about.</summary>
internal static class ImportFiles
{
    private static readonly EnumerationOptions Visible = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>The documents of a folder and those below it, by name; never the lock files that Word leaves beside an open document.</summary>
    internal static Result<IReadOnlyList<string>> In(string folder)
    {
        try
        {
            var files = Directory.EnumerateFiles(folder, "*", Visible)
                .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".DOCX" or ".TXT")
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
