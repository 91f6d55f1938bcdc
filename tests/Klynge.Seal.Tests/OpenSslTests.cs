using Klynge.Seal.Keys;
using Klynge.Seal.Tests.Support;

namespace Klynge.Seal.Tests;

/// <summary>A package checked by a program that is not ours: unpacked, the signature by <c>openssl cms</c>, the time by <c>openssl ts</c>.</summary>
public sealed class OpenSslTests : IDisposable
{
    private const string Signature = "META-INF/signature.p7s";
    private const string Manifest = "META-INF/ASiCManifest.xml";
    private const string Stamp = "META-INF/timestamp.tst";
    private const string StampedManifest = "META-INF/ASiCManifest2.xml";

    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-seal-").FullName;
    private readonly Issued _issued = new();

    public void Dispose()
    {
        _issued.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SealedPackage_IsGood_ByOpenSsl(bool isTrial)
    {
        var between = _issued.Between();
        var sealer = isTrial ? TrialSeal.Open(Path.Combine(_folder, "seal"), TimeProvider.System) : _issued.Sealer(_issued.Seal(above: between), null, between);
        var root = isTrial ? await File.ReadAllTextAsync(TrialSeal.AnchorsOf(Path.Combine(_folder, "seal")), TestContext.Current.CancellationToken) : _issued.Root.ExportCertificatePem();
        await UnpackAsync(sealer, root);

        Assert.Equal((true, true), (await SignatureAsync(Manifest), await TimeAsync(StampedManifest)));
    }

    [Fact]
    public async Task PackageThatWasChanged_IsBad_ByOpenSslToo()
    {
        await UnpackAsync(_issued.Sealer(), _issued.Root.ExportCertificatePem());
        foreach (var name in new[] { Manifest, StampedManifest })
            await File.AppendAllTextAsync(Path.Combine(_folder, name), " ", TestContext.Current.CancellationToken);

        Assert.Equal((false, false), (await SignatureAsync(Manifest), await TimeAsync(StampedManifest)));
    }

    [Fact]
    public async Task PackageOfAnother_IsBad_ByOpenSslToo()
    {
        using var other = new Issued("Fremmed");
        await UnpackAsync(other.Sealer(), _issued.Root.ExportCertificatePem());

        Assert.Equal((false, false), (await SignatureAsync(Manifest), await TimeAsync(StampedManifest)));
    }

    /// <summary>The list says of each file what openssl says of it.</summary>
    [Fact]
    public async Task List_HasTheHashesThatOpenSslFinds()
    {
        await UnpackAsync(_issued.Sealer(), _issued.Root.ExportCertificatePem());
        var list = await File.ReadAllTextAsync(Path.Combine(_folder, Manifest), TestContext.Current.CancellationToken);
        foreach (var (path, _) in Package.Files)
        {
            var (_, said) = await Tool.OpenSslAsync(_folder, "dgst", "-sha256", "-r", path);

            Assert.Contains(Convert.ToBase64String(Convert.FromHexString(said[..64])), list, StringComparison.Ordinal);
        }
    }

    private async Task<bool> SignatureAsync(string content) =>
        (await Tool.OpenSslAsync(_folder, "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", Signature, "-content", content, "-CAfile", "root.pem", "-purpose", "any", "-out", "out")).IsOk;

    private async Task<bool> TimeAsync(string data) =>
        (await Tool.OpenSslAsync(_folder, "ts", "-verify", "-data", data, "-in", Stamp, "-token_in", "-CAfile", "root.pem")).IsOk;

    private async Task UnpackAsync(ISealer sealer, string root)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "root.pem"), root, TestContext.Current.CancellationToken);
        foreach (var (name, content) in Package.Open(await Package.WriteAsync(sealer)))
        {
            var path = Path.Combine(_folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        }
    }
}
