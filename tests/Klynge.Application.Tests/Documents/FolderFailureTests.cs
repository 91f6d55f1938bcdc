using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;

namespace Klynge.Application.Tests.Documents;

/// <summary>The operating system's own failures, not imitations of them.</summary>
public sealed class FolderFailureTests : IDisposable
{
    private static readonly DocumentPath Document = DocumentPath.Of("Chefforum", 2025, "Referat");

    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Store_InAReadOnlyFolder_SaysThatItMayNotWriteThere()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A folder of Windows is made read-only by its access list.");
        // Root writes in any folder of a disk, but not even root makes one in the kernel's own.
        var readOnly = Environment.IsPrivilegedProcess ? "/sys/kernel" : ReadOnly();

        var result = await new FolderDocumentLibrary(Path.Combine(readOnly, "documents")).StoreAsync(Document, "et"u8.ToArray(), null, Cancel);

        Assert.IsType<LibraryIsReadOnly>(result.Error);
    }

    [Fact]
    public async Task Store_WhenAFileStandsInThePlaceOfTheFolder_SaysThatItCannotBeReached()
    {
        var file = Path.Combine(_folder, "documents");
        await File.WriteAllTextAsync(file, "", Cancel);

        var result = await new FolderDocumentLibrary(file).StoreAsync(Document, "et"u8.ToArray(), null, Cancel);

        Assert.IsType<LibraryIsUnavailable>(result.Error);
    }

    [Fact]
    public async Task AFullDisk_IsSaidToBeFull()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no device that is always full.");
        var exception = await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            await full.WriteAsync("et"u8.ToArray(), Cancel);
        });

        Assert.IsType<LibraryIsFull>(FolderFailure.Of(exception, "x"));
    }

    [Fact]
    public void ABugOfOurs_IsNoFailureOfTheFolder() => Assert.Null(FolderFailure.Of(new InvalidOperationException("bug"), "x"));

    [Fact]
    public void EveryError_IsAWholeDanishSentence() =>
        Assert.All<Error>(
            [new LibraryIsReadOnly(), new LibraryIsFull(), new LibraryIsUnavailable(), new DocumentIsLocked("x")],
            error => Assert.EndsWith(".", error.Text, StringComparison.Ordinal));

    private string ReadOnly()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return _folder;
    }
}
