using System.IO.Compression;
using System.Text;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;

namespace Klynge.Documents.Tests.Files;

/// <summary>The letters of text files, the files of a .zip, and files and folders that are not what was asked for.</summary>
public sealed class FileKindTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-files-");

    public static TheoryData<byte[]> Encoded
    {
        get
        {
            const string text = "Mødet på kajen\r\nslutter";
            byte[][] encoded =
            [
                Encoding.UTF8.GetBytes(text),
                [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
                [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
                [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
                Encoding.Latin1.GetBytes(text),
            ];
            return new TheoryData<byte[]>(encoded);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Encoded))]
    public async Task AText_HasItsDanishLetters_HoweverItIsStored(byte[] bytes) =>
        Assert.Equal(["Mødet på kajen", "slutter"], (await ReadAsync(bytes)).Value.Lines.Select(line => line.Text));

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE }, typeof(MinutesFileEmpty))]
    [InlineData(new byte[] { 0xEF, 0xBB }, null)]
    [InlineData(new byte[] { 0x41, 0x01, 0x02, 0x03 }, typeof(MinutesFileIsBinary))]
    [InlineData(new byte[] { 0x50 }, null)]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x41 }, null)]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x41 }, null)]
    public async Task TheFirstBytes_SayWhetherItIsText(byte[] bytes, Type? error) => Assert.Equal(error, (await ReadAsync(bytes)).Error?.GetType());

    [Fact]
    public async Task AZip_HasTheDocumentsThatPeoplePutIntoIt()
    {
        var path = Zip("b.txt", "a/referat.docx", "~$referat.docx", "__MACOSX/b.txt", "billede.png");

        Assert.Equal(["a/referat.docx", "b.txt"], MinutesArchive.Names(path).Value);
        Assert.IsType<MinutesFileNotFound>((await ImportMinutes.ReadAsync(path, "c.txt", TestContext.Current.CancellationToken)).Error);
    }

    [Fact]
    public async Task AZipWithoutDocuments_OrThatIsNone_IsRefusedWithASentence()
    {
        var none = MinutesArchive.Names(Zip("billede.png")).Error;
        var damaged = Path.Combine(_folder.FullName, "x.zip");
        await File.WriteAllTextAsync(damaged, "ingen zip", TestContext.Current.CancellationToken);

        Assert.IsType<ArchiveWithoutMinutes>(none);
        Assert.Contains("»alle.zip«", none.Text, StringComparison.Ordinal);
        Assert.IsType<MinutesFileUnreadable>(MinutesArchive.Names(damaged).Error);
        Assert.IsType<MinutesFileUnreadable>((await ImportMinutes.ReadAsync(damaged, "b.txt", TestContext.Current.CancellationToken)).Error);
        Assert.IsType<MinutesFileUnreadable>((await ImportMinutes.ReadAsync(_folder.FullName, TestContext.Current.CancellationToken)).Error);
    }

    [Fact]
    public async Task APackageOfThousandsOfParts_OrOfSeveralHugeOnes_IsRefused()
    {
        var many = Package([.. Enumerable.Range(0, 4001).Select(part => ($"word/{part}.xml", "<a/>"))]);
        var huge = Package(("word/a.xml", $"<a>{new string(' ', (64 * 1024 * 1024) - 7)}</a>"), ("word/b.xml", "<a/>"));

        Assert.IsType<MinutesFileDamaged>((await ReadAsync(many)).Error);
        Assert.IsType<MinutesFileDamaged>((await ReadAsync(huge)).Error);
    }

    private static Task<Domain.Common.Result<MinutesSource>> ReadAsync(byte[] bytes) =>
        MinutesReader.ReadAsync(new MemoryStream(bytes), "referat.txt", TestContext.Current.CancellationToken);

    private static byte[] Package(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }

    private string Zip(params string[] names)
    {
        var path = Path.Combine(_folder.FullName, "alle.zip");
        File.WriteAllBytes(path, Package([.. names.Select(name => (name, "x"))]));
        return path;
    }
}
