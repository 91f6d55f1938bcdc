using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Klynge.Seal.Tests.Support;

/// <summary>Packages as bytes: written, taken apart, changed and put together again.</summary>
internal static class Package
{
    internal static readonly (string Path, string Text)[] Files =
    [
        ("sag/svar.json", """[{"answer":"Godkendt"},{"answer":"Imod"}]"""),
        ("sag/stemmeliste.json", """["Formand","Næstformand"]"""),
        ("revisionsspor.jsonl", "{\"number\":1}\n{\"number\":2}\n"),
        ("bilag/1-Aftale om æbler & pærer (udkast).txt", "Æbler, pærer og 100 % blåbær."),
        ("manifest.json", "{}"),
    ];

    internal static async Task<byte[]> WriteAsync(ISealer? sealer, params (string Path, string Text)[] files)
    {
        using var output = new MemoryStream();
        PackageFile[] all = [.. (files.Length > 0 ? files : Files).Select(file => PackageFile.Of(file.Path, Encoding.UTF8.GetBytes(file.Text)))];
        await AsicContainer.WriteAsync(output, all, sealer, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    internal static async Task<SealReport> VerifyAsync(byte[] package, params X509Certificate2[] anchors)
    {
        using var input = new MemoryStream(package, writable: false);
        using var zip = new ZipArchive(input, ZipArchiveMode.Read);
        return await SealVerifier.VerifyAsync(zip, anchors, TestContext.Current.CancellationToken);
    }

    internal static List<(string Name, byte[] Content)> Open(byte[] package)
    {
        using var input = new MemoryStream(package, writable: false);
        using var zip = new ZipArchive(input, ZipArchiveMode.Read);
        return [.. zip.Entries.Select(entry => (entry.FullName, Read(entry)))];
    }

    /// <summary>A zip of these, in this order, with <c>mimetype</c> stored as it must be.</summary>
    internal static byte[] Zip(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return output.ToArray();
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var buffer = new MemoryStream();
        content.CopyTo(buffer);
        return buffer.ToArray();
    }
}
