using Klynge.Domain.Common;

namespace Klynge.Application.Documents;

/// <summary>A turn at a folder, among the threads and processes of a machine: who holds the lock file open holds the turn.</summary>
internal sealed class FolderLock : IAsyncDisposable, IDisposable
{
    /// <summary>The name of the lock file in the folder itself.</summary>
    internal const string FileName = ".lock";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="FolderBusyException">Others had the turn all the time.</exception>
    internal static async Task<FolderLock> AcquireAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < Timeout; waited += Pause)
        {
            if (TryTake(path) is { } taken)
                return taken;

            await Task.Delay(Pause, time, cancellationToken);
        }

        throw new FolderBusyException();
    }

    /// <summary>As <see cref="AcquireAsync"/>, where nothing can be awaited and the turn is as short as writing a few bytes.</summary>
    /// <exception cref="FolderBusyException">Others had the turn all the time.</exception>
    internal static FolderLock Take(string path)
    {
        FolderLock? taken = null;
        return SpinWait.SpinUntil(() => (taken = TryTake(path)) is not null, Timeout) ? taken! : throw new FolderBusyException();
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    public void Dispose() => _file.Dispose();

    /// <returns>Null when another has the turn.</returns>
    private static FolderLock? TryTake(string path)
    {
        try
        {
            return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (IsTaken(exception))
        {
            return null;
        }
    }

    // EWOULDBLOCK of Linux and macOS, a sharing violation of Windows.
    private static bool IsTaken(IOException exception) =>
        exception.GetType() == typeof(IOException) && exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}

/// <summary>Somebody else keeps the folder to themselves.</summary>
internal sealed class FolderBusyException() : IOException("The folder is in use.");

/// <summary>What the operating system says of a folder that cannot be written, as the sentence that a person can act on.</summary>
internal static class FolderFailure
{
    // errno of Linux and macOS, and HRESULTs of Windows: .NET hands them on as they are.
    private const int NoSpace = 28, DiskQuotaLinux = 122, DiskQuotaMac = 69, ReadOnlyFileSystem = 30;
    private const int WindowsDiskFull = unchecked((int)0x80070070), WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int WindowsSharing = unchecked((int)0x80070020), WindowsLock = unchecked((int)0x80070021);
    private const int WindowsWriteProtected = unchecked((int)0x80070013);

    /// <summary>Null for what is no failure of the folder, but a bug of ours.</summary>
    internal static Error? Of(Exception exception, string name) => exception switch
    {
        UnauthorizedAccessException => new LibraryIsReadOnly(),
        FolderBusyException => new DocumentIsLocked(name),
        IOException io => io.HResult switch
        {
            NoSpace or DiskQuotaLinux or DiskQuotaMac or WindowsDiskFull or WindowsHandleDiskFull => new LibraryIsFull(),
            ReadOnlyFileSystem or WindowsWriteProtected => new LibraryIsReadOnly(),
            WindowsSharing or WindowsLock => new DocumentIsLocked(name),
            _ => new LibraryIsUnavailable(),
        },
        _ => null,
    };
}
