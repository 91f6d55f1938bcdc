using Klynge.Domain.Common;

namespace Klynge.Application.Data;

/// <summary>
/// Whether anything can be saved right now: a commit that reaches the disk, and a file in the data folder and in the documents' own, which may
/// be another disk. Asking whether the database answers is not enough: one on a full disk answers every question.
/// </summary>
/// <param name="folder">Where files are written; null where everything lies elsewhere.</param>
/// <param name="documents">The documents' folder, which the first document makes; null where they lie elsewhere.</param>
public sealed class StorageProbe(Writer writer, TimeProvider time, string? folder, string? documents = null)
{
    /// <summary>Anybody may ask how the bot is; nobody can make it write more often than this.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(5);

    /// <summary>Of a file: more than what is left in a block that is in use already.</summary>
    private const int Bytes = 64 * 1024;

    private const string Touch = """
        INSERT INTO "Leases" ("Name", "Owner", "Until") VALUES ('probe', @p0, @p1)
        ON CONFLICT ("Name") DO UPDATE SET "Owner" = excluded."Owner", "Until" = excluded."Until"
        """;

    private static readonly WriteIntent Intent = new(nameof(StorageProbe), Caller.System, IsOnRecord: false);

    private readonly Lock _lock = new();
    private long _askedAt;
    private Task<bool>? _asked;

    public Task<bool> IsWritableAsync()
    {
        lock (_lock)
        {
            if (_asked is null || (_asked.IsCompleted && time.GetElapsedTime(_askedAt) > GoodFor))
                (_asked, _askedAt) = (TryAsync(), time.GetTimestamp());

            return _asked;
        }
    }

    private async Task<bool> TryAsync()
    {
        try
        {
            await writer.WriteAsync<Done>(Intent, scope =>
            {
                scope.Sql.Execute(Touch, Guid.NewGuid().ToString("N"), scope.Now.ToDatabase());
                return Task.FromResult<Result<Done>>(default(Done));
            });
            if (folder is not null)
                await WriteFileAsync(folder);

            if (Directory.Exists(documents))
                await WriteFileAsync(documents);

            return true;
        }
        catch (Exception exception) when (Outage.Is(exception) || exception is UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task WriteFileAsync(string folder)
    {
        var path = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await file.WriteAsync(new byte[Bytes]);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
