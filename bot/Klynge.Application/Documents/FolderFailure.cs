using Klynge.Domain.Common;

namespace Klynge.Application.Documents;

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
