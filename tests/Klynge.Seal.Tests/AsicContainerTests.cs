using System.Buffers.Binary;
using System.Text;
using Klynge.Seal.Tests.Support;

namespace Klynge.Seal.Tests;

public sealed class AsicContainerTests : IDisposable
{
    private readonly Issued _issued = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _issued.Dispose();

    /// <summary>What tools look at without unpacking: the type stands in clear text at byte 38, as EN 319 162-1 A.1 has it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Container_BeginsWithItsType_StoredAndWithoutAnythingBefore(bool isSealed)
    {
        var package = await Package.WriteAsync(isSealed ? _issued.Sealer() : null);

        Assert.Equal("PK\u0003\u0004"u8.ToArray(), package[..4]);
        Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(package.AsSpan(6)) & 8); // No data descriptor.
        Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(package.AsSpan(8))); // Stored.
        Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(package.AsSpan(28))); // No extra field.
        Assert.Equal("mimetypeapplication/vnd.etsi.asic-e+zip", Encoding.ASCII.GetString(package, 30, 39));
    }

    [Fact]
    public async Task Container_HasTheFilesInTheirOrder_AndTheSealAfterThem()
    {
        var package = Package.Open(await Package.WriteAsync(_issued.Sealer()));

        Assert.Equal(
            ["mimetype", .. Package.Files.Select(file => file.Path), "META-INF/ASiCManifest.xml", "META-INF/signature.p7s", "META-INF/ASiCManifest2.xml", "META-INF/timestamp.tst"],
            package.Select(entry => entry.Name));
        Assert.All(Package.Files, file => Assert.Equal(file.Text, Encoding.UTF8.GetString(package.Single(entry => entry.Name == file.Path).Content)));
    }

    [Fact]
    public async Task Container_WithoutASealer_HasNoPlaceOfASeal_AndTheSameBytesEachTime()
    {
        var package = await Package.WriteAsync(sealer: null);

        Assert.DoesNotContain(Package.Open(package), entry => entry.Name.StartsWith("META-INF", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(package, await Package.WriteAsync(sealer: null));
        Assert.Equal(new SealReport(SealState.None, [], null, null), (await Package.VerifyAsync(package, _issued.Root)) with { Faults = [] });
    }

    [Theory]
    [InlineData("META-INF/signature.p7s")]
    [InlineData("meta-inf/x")]
    [InlineData("META-INF\\x")]
    [InlineData("mimetype")]
    [InlineData("MimeType")]
    [InlineData("/sag/svar.json")]
    [InlineData("sag/../svar.json")]
    [InlineData("sag//svar.json")]
    [InlineData("sag/")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("")]
    public async Task Container_WithAPathThatIsNone_IsNotWritten(string path) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Package.WriteAsync(null, (path, "x")));

    [Fact]
    public async Task Container_WithOneNameTwice_IsNotWritten() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Package.WriteAsync(null, ("sag/Svar.json", "x"), ("sag/svar.json", "y")));

    /// <summary>90 MB go through in pieces: what is allocated, also by what is tested beside it, is less than what is written once.</summary>
    [Fact]
    public async Task Container_OfNinetyMegabytes_IsNeverHeld()
    {
        var path = Path.Combine(Path.GetTempPath(), $"klynge-{Guid.NewGuid():N}");
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        PackageFile[] files = [.. Enumerable.Range(1, 3).Select(number => new PackageFile($"bilag/{number}.bin", _ => Task.FromResult<Stream>(new Pattern(30_000_000, number))))];
        await AsicContainer.WriteAsync(file, files, _issued.Sealer(), Ct);
        file.Position = 0;
        using var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Read, leaveOpen: true);
        var report = await SealVerifier.VerifyAsync(zip, [_issued.Root], Ct);

        Assert.Equal(SealState.Proved, report.State);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 60_000_000);
    }

    /// <summary>So many bytes that repeat, made as they are read.</summary>
    private sealed class Pattern(long length, int seed) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _at);
            buffer.AsSpan(offset, read).Fill((byte)(seed + (_at >> 16)));
            _at += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
