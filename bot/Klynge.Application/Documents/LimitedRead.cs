namespace Klynge.Application.Documents;

/// <summary>Reads a whole file into memory, unless it is larger than it may be.</summary>
public static class LimitedRead
{
    private const int Part = 128 * 1024;

    /// <returns>Null when there is more than <paramref name="most"/>; nothing beyond it has been kept.</returns>
    public static async Task<byte[]?> AllAsync(Stream stream, long most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var content = new MemoryStream();
        var part = new byte[Part];
        for (int read; (read = await stream.ReadAsync(part, cancellationToken)) > 0;)
        {
            if (content.Length + read > most)
                return null;

            content.Write(part, 0, read);
        }

        return content.ToArray();
    }
}
