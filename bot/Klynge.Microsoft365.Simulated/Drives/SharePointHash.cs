using System.Numerics;

namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>SharePoint's hash of a file by its definition: every byte, turned eleven bits further than the one before, in a ring of 160 bits.</summary>
internal static class SharePointHash
{
    private const int Bits = 160;

    internal static string Of(byte[] content)
    {
        // Bytes that stand 160 apart are turned alike, so they are put together first.
        var columns = new byte[Bits];
        for (var index = 0; index < content.Length; index++)
        {
            columns[index % Bits] ^= content[index];
        }

        var ring = BigInteger.Zero;
        for (var index = 0; index < Bits; index++)
        {
            ring ^= Turn(columns[index], index * 11 % Bits);
        }

        ring ^= new BigInteger(content.LongLength) << (Bits - 64);
        var bytes = new byte[Bits / 8];
        ring.TryWriteBytes(bytes, out _, isUnsigned: true);
        return Convert.ToBase64String(bytes);
    }

    private static BigInteger Turn(byte value, int by)
    {
        var wide = new BigInteger(value) << by;
        var mask = (BigInteger.One << Bits) - 1;
        return (wide & mask) | (wide >> Bits);
    }
}
