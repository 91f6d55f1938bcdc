using System.Buffers.Binary;

namespace Klynge.Application.WrittenProcedures.Evidence;

/// <summary>
/// Whether a zip says of its files the same in both places that it says it, one file after the other with nothing between. Programs differ in
/// which of the two they read, so a name that was changed in one is two packages in one file.
/// </summary>
internal static class ZipShape
{
    internal const string Fault = "Pakken er ikke sat sammen, som den blev skrevet: dens indholdsfortegnelse og dens filer siger ikke det samme.";

    private const uint EndMark = 0x06054b50;
    private const uint EntryMark = 0x02014b50;
    private const uint FileMark = 0x04034b50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int FileLength = 30;
    private const int MaxDirectory = 4 << 20;

    /// <summary>Sizes follow the content instead of standing before it, in 12, 16 or 24 bytes.</summary>
    private const ushort SizesFollow = 8;

    /// <returns>One sentence, or none. A file that is no zip at all is left to whoever opens it.</returns>
    internal static IReadOnlyList<string> Check(Stream file)
    {
        if (!file.CanSeek || file.Length < EndLength)
            return [];

        Span<byte> end = stackalloc byte[EndLength];
        Read(file, file.Length - EndLength, end);
        var (count, length, start) = (U16(end, 10), U32(end, 12), U32(end, 16));
        if (U32(end, 0) != EndMark || U16(end, 20) != 0 || length > MaxDirectory || start + (long)length != file.Length - EndLength)
            return [Fault];

        var directory = new byte[length];
        Read(file, start, directory);
        var isRight = U16(end, 4) == 0 && U16(end, 6) == 0 && U16(end, 8) == count && Entries(file, directory, count, start);
        file.Position = 0;
        return isRight ? [] : [Fault];
    }

    private static bool Entries(Stream file, ReadOnlySpan<byte> directory, int count, long end)
    {
        var (at, next) = (0, 0L);
        for (var number = 0; number < count; number++)
        {
            if (directory.Length - at < EntryLength || U32(directory, at) != EntryMark)
                return false;

            var entry = directory[at..];
            var whole = EntryLength + U16(entry, 28) + U16(entry, 30) + U16(entry, 32);
            if (entry.Length < whole || File(file, entry[..whole], next, end) is not { } after)
                return false;

            (at, next) = (at + whole, after);
        }

        return at == directory.Length && next == end;
    }

    /// <summary>The header that stands before the file's own bytes.</summary>
    /// <returns>Where the next file begins; null where the two disagree.</returns>
    private static long? File(Stream file, ReadOnlySpan<byte> entry, long expected, long end)
    {
        Span<byte> header = stackalloc byte[FileLength];
        var (start, size, nameLength) = (U32(entry, 42), U32(entry, 20), U16(entry, 28));
        if (start != expected || start + FileLength > end)
            return null;

        Read(file, start, header);
        if (U32(header, 0) != FileMark || U16(header, 26) != nameLength)
            return null;

        var name = new byte[nameLength];
        Read(file, start + FileLength, name);
        var follow = (U16(header, 6) & SizesFollow) != 0;
        var isSame = name.AsSpan().SequenceEqual(entry.Slice(EntryLength, nameLength))
            && header[4..6].SequenceEqual(entry[6..8])
            && header[6..14].SequenceEqual(entry[8..16])
            && (follow || header[14..26].SequenceEqual(entry[16..28]));
        var after = start + FileLength + nameLength + U16(header, 28) + (long)size;
        return !isSame || after > end ? null : follow ? SkipSizes(file, after, end) : after;
    }

    private static long? SkipSizes(Stream file, long after, long end)
    {
        Span<byte> mark = stackalloc byte[4];
        foreach (var length in (int[])[12, 16, 24])
        {
            if (after + length == end)
                return end;

            if (after + length + mark.Length > end)
                continue;

            Read(file, after + length, mark);
            if (U32(mark, 0) == FileMark)
                return after + length;
        }

        return null;
    }

    private static void Read(Stream file, long position, Span<byte> into)
    {
        file.Position = position;
        file.ReadExactly(into);
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
