using System.IO.Compression;
using System.Text;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Domain.Common;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Tests.Files;

public sealed class HostileFileTests
{
    public static TheoryData<string, byte[], Type> BadFiles => new()
    {
        { "tom.txt", [], typeof(MinutesFileEmpty) },
        { "blank.txt", " \n\n\t"u8.ToArray(), typeof(MinutesFileEmpty) },
        { "billede.txt", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13], typeof(MinutesFileIsBinary) },
        { "referat.pdf", "%PDF-1.7 x"u8.ToArray(), typeof(MinutesPdfDamaged) },
        { "referat.rtf", @"{\rtf1\ansi Referat af m\'f8de}"u8.ToArray(), typeof(MinutesFormatRefused) },
        { "referat.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], typeof(MinutesFormatRefused) },
        { "referat.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")), typeof(MinutesFormatRefused) },
        { "tom.html", "<!DOCTYPE html><html><head><title>x</title></head><body></body></html>"u8.ToArray(), typeof(MinutesFileEmpty) },
        { "referat.docx", "ikke en zip"u8.ToArray(), typeof(MinutesFileDamaged) },
        { "halv.docx", WordFixture.Build()[..1500], typeof(MinutesFileDamaged) },
        { "andet.docx", Zip(("a.txt", "hej")), typeof(MinutesFileDamaged) },
        { "roman.txt", Encoding.UTF8.GetBytes("Der var engang en gammel mand, som boede ved havet.\nHan fiskede hver dag.\n"), typeof(NotMinutes) },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task BadFile_IsRefusedWithItsSentence(string name, byte[] content, Type expected)
    {
        var result = await ReadAsync(content, name);

        Assert.IsType(expected, result.Error);
        Assert.Contains(name, result.Error!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingFile_IsRefused() =>
        Assert.IsType<MinutesFileNotFound>((await ImportMinutes.ReadAsync(MinutesFixtures.PathOf("findes-ikke.txt"), TestContext.Current.CancellationToken)).Error);

    [Fact]
    public async Task FileOfFiftyMegabytes_IsRefused() => Assert.IsType<MinutesFileTooLarge>((await ReadAsync(new byte[50 * 1024 * 1024], "stor.txt")).Error);

    [Fact]
    public async Task WordFileThatUnpacksToGigabytes_IsRefused() =>
        Assert.IsType<MinutesFileDamaged>((await ReadAsync(Zip(("word/document.xml", new string(' ', 80 * 1024 * 1024))), "bombe.docx")).Error);

    [Fact]
    public async Task WordFileNestedDeeperThanAStack_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));

        Assert.IsType<MinutesFileDamaged>((await ReadAsync(Zip(("word/document.xml", deep)), "dyb.docx")).Error);
    }

    [Fact]
    public async Task RandomBytes_AreNeverMinutesNorAnException()
    {
        var random = new Random(20260122);
        for (var round = 0; round < 200; round++)
        {
            var bytes = new byte[random.Next(1, 4000)];
            random.NextBytes(bytes);

            Assert.False((await ReadAsync(bytes, "tilfældig.txt")).IsSuccess);
        }
    }

    [Fact]
    public async Task DamagedFixtures_AreReadOrRefused_NeverAnException()
    {
        var random = new Random(4);
        foreach (var name in MinutesFixtures.Names)
        {
            for (var round = 0; round < 40; round++)
                await ReadAsync(Mutate(MinutesFixtures.BytesOf(name), random), name);
        }

        for (var round = 0; round < 100; round++)
            await ReadAsync(Mutate(WordFixture.Build(), random), "muteret.docx");
    }

    [Theory]
    [InlineData("1. ")]
    [InlineData("Det indstilles, at ")]
    [InlineData("kl. 9.00-")]
    [InlineData("Navn – titel ")]
    [InlineData("******")]
    [InlineData("((((")]
    [InlineData("2.\t")]
    [InlineData("Der var afbud fra ")]
    [InlineData("Eva Bang, ")]
    [InlineData("<html><div hidden>")]
    public async Task EndlessRepetition_IsReadInReasonableTime(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 20_000)) + "\n" + string.Concat(Enumerable.Repeat(part + "\n", 20_000));

        var reading = Task.Run(() => ReadAsync(Encoding.UTF8.GetBytes(text), "gentagelse.txt"), TestContext.Current.CancellationToken);

        await reading.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    private static async Task<Result<MinutesDocument>> ReadAsync(byte[] content, string name)
    {
        var source = await MinutesReader.ReadAsync(new MemoryStream(content), name, TestContext.Current.CancellationToken);
        return source.TryGet(out var lines, out var error) ? MinutesParser.Parse(lines) : error;
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var copy = bytes.ToList();
        for (var change = random.Next(1, 30); change > 0; change--)
        {
            var at = random.Next(copy.Count);
            switch (random.Next(4))
            {
                case 0: copy[at] = (byte)random.Next(256); break;
                case 1: copy.RemoveRange(at, Math.Min(random.Next(1, 60), copy.Count - at - 1)); break;
                case 2: copy.InsertRange(at, copy.GetRange(at, Math.Min(random.Next(1, 200), copy.Count - at))); break;
                default: copy.Insert(at, (byte)'\n'); break;
            }
        }

        return [.. copy];
    }

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(part.Name, CompressionLevel.Fastest).Open());
                writer.Write(part.Content);
            }
        }

        return stream.ToArray();
    }
}
