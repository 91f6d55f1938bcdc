namespace Klynge.Application.Documents;

/// <summary>A turn at a folder, among the threads and processes of a machine: who holds the lock file open holds the turn.</summary>
internal sealed class FolderLock : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="FolderBusyException">Others had the turn all the time.</exception>
    internal static async Task<FolderLock> TakeAsync(string path, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException exception) when (IsTaken(exception))
            {
                if (waited >= Longest)
                    throw new FolderBusyException(exception);
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    // EWOULDBLOCK of Linux and macOS, a sharing violation of Windows.
    private static bool IsTaken(IOException exception) =>
        exception.GetType() == typeof(IOException) && exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}

/// <summary>Somebody else keeps the folder to themselves.</summary>
internal sealed class FolderBusyException(Exception inner) : IOException("The folder is in use.", inner);
