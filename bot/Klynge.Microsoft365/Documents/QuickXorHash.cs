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

    /// <returns>As Graph writes it: base 64.</returns>
    internal static string Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[Bytes];
        hash.Clear();
        var position = 0;
        foreach (var value in content)
        {
            var (at, bit) = (position / 8, position % 8);
            hash[at] ^= (byte)(value << bit);
            if (bit > 0)
                hash[(at + 1) % Bytes] ^= (byte)(value >> (8 - bit));

            position = (position + Shift) % Bits;
        }

        Span<byte> length = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(length, content.Length);
        for (var index = 0; index < length.Length; index++)
            hash[Bytes - length.Length + index] ^= length[index];

        return Convert.ToBase64String(hash);
    }
}
