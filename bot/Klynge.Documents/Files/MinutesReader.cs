using System.Collections.Frozen;
using Klynge.Domain.Common;

namespace Klynge.Documents.Files;

/// <summary>Turns a file into lines with what is known of their structure. It knows files, not minutes.</summary>
public static class MinutesReader
{
    private static readonly FrozenSet<string> Extensions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, ".docx", ".txt", ".pdf", ".html", ".htm", ".rtf", ".doc", ".odt");

    public const int MaxMegabytes = 20;

    private const int Megabyte = 1024 * 1024;

    /// <summary>Reads a .docx, .pdf, .html or .txt file. Everything that can be wrong with a file is an error with a sentence, never an exception.</summary>
    public static async Task<Result<MinutesSource>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
            return Directory.Exists(path) ? new MinutesFileUnreadable(name) : new MinutesFileNotFound(name);

        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
            return await ReadAsync(file, name, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new MinutesFileUnreadable(name);
        }
    }

    /// <summary>Reads a file that is not on a disk, such as one that was sent to the bot. The name decides nothing but how errors speak of it.</summary>
    public static async Task<Result<MinutesSource>> ReadAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        var bytes = await ReadBytesAsync(stream, cancellationToken);
        return bytes switch
        {
            null => new MinutesFileTooLarge(name, MaxMegabytes),
            { Length: 0 } => new MinutesFileEmpty(name),
            [0x7B, 0x5C, 0x72, 0x74, 0x66, ..] => new MinutesFormatRefused(name, "RTF"),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => new MinutesFormatRefused(name, "Word 97-2003 (.doc)"),
            [0x50, 0x4B, ..] when OpenDocument.Is(bytes) => new MinutesFormatRefused(name, "OpenDocument (.odt)"),
            [0x50, 0x4B, ..] => WordReader.Read(bytes, name),
            _ when HasExtension(name, ".docx") => new MinutesFileDamaged(name),
            [0x25, 0x50, 0x44, 0x46, ..] => PdfReader.Read(bytes, name),
            _ => ReadText(bytes, name),
        };
    }

    /// <summary>Whether a file in a folder or a .zip is one to read, or one that is refused by its name; anything else there is no minutes.</summary>
    public static bool MayRead(string name) =>
        Extensions.Contains(Path.GetExtension(name));

    private static Result<MinutesSource> ReadText(byte[] bytes, string name)
    {
        if (TextDecoder.Decode(bytes) is not { } text)
            return new MinutesFileIsBinary(name);

        if (HtmlReader.Is(text))
            return HtmlReader.Read(text, name);

        return string.IsNullOrWhiteSpace(text)
            ? new MinutesFileEmpty(name)
            : new MinutesSource(name, [.. text.Split('\n').Select(line => new SourceLine(line))]);
    }

    private static bool HasExtension(string name, string extension) => Path.GetExtension(name).Equals(extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Null where there are more bytes than a document can have; it stops reading there.</summary>
    private static async Task<byte[]?> ReadBytesAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (var read = await stream.ReadAsync(buffer, cancellationToken); read > 0; read = await stream.ReadAsync(buffer, cancellationToken))
        {
            if (bytes.Length + read > MaxMegabytes * Megabyte)
                return null;

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
