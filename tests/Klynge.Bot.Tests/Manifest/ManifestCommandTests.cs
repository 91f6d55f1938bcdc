using System.IO.Compression;
using System.Text.Json;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Manifest;

/// <summary>The command <c>manifest</c> as a shell sees it.</summary>
public sealed class ManifestCommandTests : IDisposable
{
    private const string AppId = ManifestPackageFixture.AppId;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-manifest-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Manifest_FromSettingsAlone_IsWrittenWithoutMakingData()
    {
        var settings = new Dictionary<string, string> { ["MicrosoftAppId"] = AppId, ["Klynge__PublicUrl"] = "https://klynge.eksempel.dk:8443/bot" };

        var run = await ProgramRun.RunAsync(_folder.FullName, settings, "manifest");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("domæne klynge.eksempel.dk", run.Output, StringComparison.Ordinal);
        Assert.Equal(["klynge.zip"], _folder.EnumerateFileSystemInfos().Select(file => file.Name));
    }

    [Fact]
    public async Task Manifest_WithTheAuthoritysPages_PointsThere()
    {
        var run = await RunAsync("--website", "https://eksempel.dk/klynge?a=1&b=\"2\"", "--privacy", "https://eksempel.dk/privatliv");

        Assert.Equal(0, run.ExitCode);
        using var zip = ZipFile.OpenRead(PathOf("klynge.zip"));
        using var content = zip.GetEntry("manifest.json")!.Open();
        var developer = JsonDocument.Parse(content).RootElement.GetProperty("developer");
        Assert.Equal("https://eksempel.dk/klynge?a=1&b=%222%22", developer.GetProperty("websiteUrl").GetString());
        Assert.Equal("https://eksempel.dk/privatliv", developer.GetProperty("privacyUrl").GetString());
        Assert.Equal(developer.GetProperty("websiteUrl").GetString(), developer.GetProperty("termsOfUseUrl").GetString());
    }

    [Fact]
    public async Task Manifest_MadeTwice_IsTheSameBytes()
    {
        await RunAsync("--out", "one.zip");
        await RunAsync("--out", "two.zip");

        Assert.Equal(File.ReadAllBytes(PathOf("one.zip")), File.ReadAllBytes(PathOf("two.zip")));
    }

    [Fact]
    public async Task Manifest_OverAFileThatIsThere_NeedsForce()
    {
        await File.WriteAllTextAsync(PathOf("klynge.zip"), "en andens");

        var refused = await RunAsync();
        Assert.Equal(1, refused.ExitCode);
        Assert.Equal("»klynge.zip« findes allerede. Vælg et andet navn, eller skriv --force for at erstatte filen.", refused.Error.Trim());
        Assert.Equal("en andens", await File.ReadAllTextAsync(PathOf("klynge.zip")));

        var forced = await RunAsync("--force");
        Assert.Equal(0, forced.ExitCode);
        using var zip = ZipFile.OpenRead(PathOf("klynge.zip"));
        Assert.Equal(4, zip.Entries.Count);
    }

    [Fact]
    public async Task Manifest_WhereNothingCanBeWritten_SaysSo()
    {
        var run = await RunAsync("--out", "mangler/klynge.zip");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("»mangler/klynge.zip« kan ikke skrives.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Botten har intet app-id endnu.", "--domain", "klynge.eksempel.dk")]
    [InlineData("»klynge« er ikke et app-id.", "--app-id", "klynge", "--domain", "klynge.eksempel.dk")]
    [InlineData("Bottens domæne mangler.", "--app-id", AppId)]
    [InlineData("Teams kan ikke nå »localhost«.", "--app-id", AppId, "--domain", "localhost")]
    [InlineData("Teams kan ikke nå »127.0.0.1«.", "--app-id", AppId, "--domain", "127.0.0.1")]
    [InlineData("Teams kan ikke nå »https://klynge.eksempel.dk«.", "--app-id", AppId, "--domain", "https://klynge.eksempel.dk")]
    [InlineData("Teams kan ikke nå »klynge.eksempel.dk/bot«.", "--app-id", AppId, "--domain", "klynge.eksempel.dk/bot")]
    [InlineData("»http://eksempel.dk« efter --privacy", "--app-id", AppId, "--domain", "klynge.eksempel.dk", "--privacy", "http://eksempel.dk")]
    public async Task Manifest_WithWordsThatMakeNoSense_IsRefused(string beginning, params string[] arguments)
    {
        var run = await ProgramRun.RunAsync(_folder.FullName, ["manifest", .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(beginning, run.Error, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) =>
        ProgramRun.RunAsync(_folder.FullName, ["manifest", "--app-id", AppId, "--domain", "klynge.eksempel.dk", .. arguments]);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
