using System.Buffers;

namespace Klynge.Application.Documents;

/// <summary>Copies a file piece by piece, unless it is larger than it may be.</summary>
public static class LimitedCopy
{
    private const int PieceSize = 128 * 1024;

    /// <returns>False when there is more than <paramref name="maxBytes"/>; nothing beyond it has been written.</returns>
    public static async Task<bool> TryCopyAsync(Stream from, Stream to, long maxBytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            var copied = 0L;
            for (int read; (read = await from.ReadAsync(piece, cancellationToken)) > 0; copied += read)
            {
                if (copied + read > maxBytes)
                    return false;

                await to.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
