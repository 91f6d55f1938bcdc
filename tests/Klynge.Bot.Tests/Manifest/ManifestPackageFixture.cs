using System.IO.Compression;
using System.Text.Json;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Manifest;

/// <summary>A package as the program writes it for one tenant, unpacked; made once for a class of tests.</summary>
public sealed class ManifestPackageFixture : IAsyncLifetime
{
    public const string AppId = "5f0c1d2e-3a4b-4c5d-8e6f-7a8b9c0d1e2f";
    public const string Domain = "klynge.eksempel.dk";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-manifest-");

    internal static string SourceFolder { get; } = Path.Combine(Checkout.Root, "manifest");

    /// <summary>The zip itself.</summary>
    internal string PackageFile => Path.Combine(_folder.FullName, "klynge.zip");

    internal IReadOnlyList<string> EntryNames { get; private set; } = [];

    internal string Unpacked(string name) => Path.Combine(_folder.FullName, "unpacked", name);

    internal JsonElement Json(string name) => JsonElement.Parse(File.ReadAllText(Unpacked(name)));

    public async ValueTask InitializeAsync()
    {
        var run = await ProgramRun.RunAsync(_folder.FullName, "manifest", "--out", PackageFile, "--app-id", AppId, "--domain", Domain);
        Assert.True(run.ExitCode == 0, run.Error);
        using var zip = ZipFile.OpenRead(PackageFile);
        EntryNames = [.. zip.Entries.Select(entry => entry.FullName)];
        zip.ExtractToDirectory(Path.Combine(_folder.FullName, "unpacked"));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

}
