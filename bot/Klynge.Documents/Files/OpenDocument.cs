using System.IO.Compression;

namespace Klynge.Documents.Files;

/// <summary>Tells an OpenDocument file from a Word one: both are packages, and only one of them has this part.</summary>
internal static class OpenDocument
{
    public static bool Is(byte[] package)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(package, writable: false), ZipArchiveMode.Read);
            return archive.GetEntry("mimetype") is not null && archive.GetEntry("content.xml") is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
