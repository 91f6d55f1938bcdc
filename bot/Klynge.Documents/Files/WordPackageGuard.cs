using System.IO.Compression;
using System.Xml;

namespace Klynge.Documents.Files;

/// <summary>
/// Measures a Word package before anything is built from it, because a few kilobytes can unpack to gigabytes and a part can be nested
/// deeper than a stack. What the package says of its sizes is not believed: every part of XML is read through once.
/// </summary>
internal static class WordPackageGuard
{
    private const long MaxCharacters = 64 * 1024 * 1024;
    private const int DeepestNesting = 256;
    private const int MaxParts = 4000;

    /// <summary>Returns where the package is one that may be read.</summary>
    /// <exception cref="InvalidDataException">The package is damaged, or larger or deeper than a document of minutes can be.</exception>
    /// <exception cref="XmlException">A part is not well-formed.</exception>
    public static void Check(byte[] package, long maxCharacters = MaxCharacters)
    {
        using var archive = new ZipArchive(new MemoryStream(package, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MaxParts)
            throw new InvalidDataException("Too many parts.");

        var left = maxCharacters;
        foreach (var part in archive.Entries.Where(IsXml))
        {
            using var stream = part.Open();
            left -= CharactersOf(stream, left);
        }
    }

    private static bool IsXml(ZipArchiveEntry part) =>
        part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static long CharactersOf(Stream stream, long limit)
    {
        if (limit <= 0)
            throw new InvalidDataException("The parts are too large together.");

        using var counted = new CountedStream(stream, limit);
        using var reader = XmlReader.Create(counted, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = limit });
        while (reader.Read())
        {
            if (reader.Depth > DeepestNesting)
                throw new InvalidDataException("Nested too deeply.");
        }

        return counted.Count;
    }

    /// <summary>Counts the bytes that really come out, and stops at the limit.</summary>
    private sealed class CountedStream(Stream inner, long limit) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Count += read;
            return Count > limit ? throw new InvalidDataException("A part is too large.") : read;
        }

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
