using Klynge.Domain.Common;

namespace Klynge.Application.Minutes.Import;

/// <summary>Turns a file into lines with what is known of their structure. It knows files, not minutes.</summary>
public static class MinutesReader
{
    /// <summary>Reads a .txt or .docx file. Everything that can be wrong with a file is an error with a sentence, never an exception.</summary>
    public static Task<Result<MinutesSource>> ReadAsync(string path, CancellationToken cancellationToken) =>
        Task.FromResult<Result<MinutesSource>>(File.Exists(path) && !cancellationToken.IsCancellationRequested
            ? new MinutesFileTypeUnknown(Path.GetFileName(path))
            : new MinutesFileNotFound(Path.GetFileName(path)));
}
