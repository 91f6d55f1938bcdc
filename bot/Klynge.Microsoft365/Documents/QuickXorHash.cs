using System.Buffers;
using System.Buffers.Binary;

namespace Klynge.Microsoft365.Documents;

/// <summary>
/// The hash that SharePoint gives of every file, as Microsoft documents it: 160 bits in which each byte is xored 11 bits further round
/// than the one before, and the length at the end. It finds equal files and is no protection.
/// </summary>
internal static class QuickXorHash
{
    private const int Bits = 160;
    private const int Shift = 11;
    private const int Bytes = Bits / 8;
    private const int PieceSize = 128 * 1024;

    /// <param name="content">Read from its beginning to its end, piece by piece.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>As Graph writes it: base 64.</returns>
    internal static async Task<string> OfAsync(Stream content, CancellationToken cancellationToken)
    {
        var hash = new byte[Bytes];
        var piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            var (length, position) = (0L, 0);
            content.Position = 0;
            for (int read; (read = await content.ReadAsync(piece, cancellationToken)) > 0; length += read)
                position = Append(hash, piece.AsSpan(0, read), position);

            AppendLength(hash, length);
            return Convert.ToBase64String(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <returns>The bit at which the next byte begins.</returns>
    private static int Append(Span<byte> hash, ReadOnlySpan<byte> content, int position)
    {
        foreach (var value in content)
        {
            var (at, bit) = (position / 8, position % 8);
            hash[at] ^= (byte)(value << bit);
            if (bit > 0)
                hash[(at + 1) % Bytes] ^= (byte)(value >> (8 - bit));

            position = (position + Shift) % Bits;
        }

        return position;
    }

    private static void AppendLength(Span<byte> hash, long length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, length);
        for (var index = 0; index < bytes.Length; index++)
            hash[Bytes - bytes.Length + index] ^= bytes[index];
    }
}
