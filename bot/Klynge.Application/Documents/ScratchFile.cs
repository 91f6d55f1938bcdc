namespace Klynge.Application.Documents;

/// <summary>
/// A file without a name on this machine's disk, for what is too large to be held: a bilag of 100 MB on its way into the library. It is gone
/// when it is closed, and when the process dies.
/// </summary>
internal static class ScratchFile
{
    /// <summary>Empty, to write, seek and read.</summary>
    /// <exception cref="IOException">There is no room, or no folder for temporary files.</exception>
    internal static FileStream Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"klynge-{Guid.NewGuid():N}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        var file = new FileStream(path, options);

        // Windows deletes with the last handle, even that of a process that was killed. Elsewhere .NET deletes only what it closes itself.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);

        return file;
    }
}
