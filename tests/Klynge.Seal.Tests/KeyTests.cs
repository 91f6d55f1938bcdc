using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Klynge.Seal.Keys;
using Klynge.Seal.Signing;
using Klynge.Seal.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Klynge.Seal.Tests;

/// <summary>Where keys come from: a file, and a vault that is played by a real HTTP server.</summary>
public sealed class KeyTests : IDisposable
{
    private const string Token = "vault-token";

    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-key-").FullName;
    private readonly Issued _issued = new();
    private readonly HttpClient _http = SealHttp.Create();
    private readonly List<string> _asked = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        _issued.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task KeyInAFile_Seals_WithTheOneBetweenThatTheFileHolds()
    {
        var between = _issued.Between();
        var path = Path.Combine(_folder, "segl.pfx");
        X509Certificate2Collection all = [_issued.Seal(above: between), X509CertificateLoader.LoadCertificate(between.RawData), X509CertificateLoader.LoadCertificate(_issued.Root.RawData)];
        await File.WriteAllBytesAsync(path, all.Export(X509ContentType.Pfx, "æblegrød")!, Ct);

        var report = await Package.VerifyAsync(await Package.WriteAsync(Sealer(new PfxKey(path, "æblegrød"))), _issued.Root);

        Assert.Equal((SealState.Proved, "Sundhedsklynge Fjordby"), (report.State, report.SignedBy));
        await Assert.ThrowsAsync<SealUnavailableException>(() => Package.WriteAsync(Sealer(new PfxKey(path, "forkert"))));
        await Assert.ThrowsAsync<SealUnavailableException>(() => Package.WriteAsync(Sealer(new PfxKey(path + ".x", null))));
    }

    /// <summary>The vault gets a hash and a token, and nothing else.</summary>
    [Fact]
    public async Task KeyInAVault_Seals_AndTheVaultSeesAHashAlone()
    {
        var seal = _issued.Seal();
        await using var vault = await VaultAsync(seal, seal);

        var report = await Package.VerifyAsync(await Package.WriteAsync(Sealer(VaultKey(vault))), _issued.Root);

        Assert.Equal(SealState.Proved, report.State);
        Assert.Equal(["GET /certificates/segl?api-version=7.4 Bearer vault-token ", "POST /keys/segl/1/sign?api-version=7.4 Bearer vault-token alg,value:32"], _asked);
    }

    public static TheoryData<string> Wrong => ["403", "other vault", "other key", "words", "no certificate", "sign 429"];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task VaultThatDoesNotSign_IsTakenAsAway(string how)
    {
        var seal = _issued.Seal();
        await using var vault = await VaultAsync(seal, how == "other key" ? _issued.Seal() : seal, how);

        await Assert.ThrowsAsync<SealUnavailableException>(() => Package.WriteAsync(Sealer(VaultKey(vault))));
        Assert.DoesNotContain(_asked, asked => asked.Contains("fremmed", StringComparison.Ordinal));
    }

    /// <summary>Two processes may start at once; what one of them made is what both use, also after a restart.</summary>
    [Fact]
    public async Task Trial_IsMadeOnce_AndSaysThatItIsATrial()
    {
        var folder = Path.Combine(_folder, "data", "seal");
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TrialSeal.Open(folder, TimeProvider.System), Ct)));
        var again = TrialSeal.Open(folder, TimeProvider.System);
        var anchors = Anchors.Read(TrialSeal.AnchorsOf(folder))!;

        foreach (var sealer in opened.Append(again))
        {
            var report = await Package.VerifyAsync(await Package.WriteAsync(sealer), [.. anchors]);
            Assert.Equal((SealState.Proved, "PRØVE – Klynges segl"), (report.State, report.SignedBy));
        }

        Assert.Equal(["anchors.pem", "segl.pfx", "tidsstempel.pfx"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([folder], Directory.EnumerateDirectories(Path.GetDirectoryName(folder)!));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "segl.pfx")));
    }

    [Fact]
    public async Task AnchorsOfAFile_AreItsCertificates()
    {
        var path = Path.Combine(_folder, "roots.pem");
        await File.WriteAllTextAsync(path, $"# Rødder\n{_issued.Root.ExportCertificatePem()}\n{_issued.Between().ExportCertificatePem()}\n", Ct);

        Assert.Equal(2, Anchors.Read(path)!.Count);
        Assert.Null(Anchors.Read(path + ".x"));
        await File.WriteAllTextAsync(path, "ingen", Ct);
        Assert.Null(Anchors.Read(path));
    }

    private CertificateSealer Sealer(ISealKey key) => new(key, new TrialAuthority(_issued.Stamp(), new FixedTime(Issued.Now)), new FixedTime(Issued.Now));

    private KeyVaultKey VaultKey(LoopbackServer vault) => new(_http, new Uri(vault.Url, "certificates/segl"), _ => Task.FromResult(Token));

    private Task<LoopbackServer> VaultAsync(X509Certificate2 shown, X509Certificate2 signing, string how = "") => LoopbackServer.StartAsync(async context =>
    {
        var (request, body) = (context.Request, await LoopbackServer.ReadAsync(context));
        var sent = body.Length == 0 ? string.Empty : Describe(body);
        _asked.Add($"{request.Method} {request.Path}{request.QueryString} {request.Headers.Authorization} {sent}");
        if (how == "403" || (how == "sign 429" && request.Method == "POST"))
            context.Response.StatusCode = how == "403" ? 403 : 429;
        else if (how == "words")
            await context.Response.WriteAsync("<html>", Ct);
        else if (request.Method == "GET")
            await context.Response.WriteAsJsonAsync(Certificate(shown, how, $"http://{request.Host}"), Ct);
        else
            await context.Response.WriteAsJsonAsync(new { kid = "x", value = Sign(signing, body) }, Ct);
    });

    private static object Certificate(X509Certificate2 shown, string how, string host) => how == "no certificate" ? new { } : new
    {
        kid = how == "other vault" ? "http://fremmed.example/keys/segl/1" : $"{host}/keys/segl/1",
        cer = Convert.ToBase64String(shown.RawData),
    };

    private static string Describe(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var names = string.Join(',', json.RootElement.EnumerateObject().Select(one => one.Name));
        return $"{names}:{Base64Url.DecodeFromChars(json.RootElement.GetProperty("value").GetString()).Length}";
    }

    private static string Sign(X509Certificate2 certificate, byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        using var key = certificate.GetRSAPrivateKey()!;
        var hash = Base64Url.DecodeFromChars(json.RootElement.GetProperty("value").GetString());
        return Base64Url.EncodeToString(key.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
