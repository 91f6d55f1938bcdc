using Klynge.Testing;

namespace Klynge.Bot.Tests.Manifest;

public sealed class ManifestPackageTests(ManifestPackageFixture package) : IClassFixture<ManifestPackageFixture>
{
    private static readonly string Script = Path.Combine(Checkout.Root, "tests", "Klynge.Bot.Tests", "Manifest", "validate.mjs");

    [Fact]
    public void Zip_HoldsTheManifestItsIconsAndItsLanguage_AtItsRoot() =>
        Assert.Equal(["manifest.json", "color.png", "outline.png", "en.json"], package.EntryNames);

    [Fact]
    public void Manifest_NamesOnlyFilesThatAreInTheZip()
    {
        var manifest = package.Json("manifest.json");
        var icons = manifest.GetProperty("icons").EnumerateObject().Select(icon => icon.Value.GetString()!);
        var languages = manifest.GetProperty("localizationInfo").GetProperty("additionalLanguages").EnumerateArray()
            .Select(language => language.GetProperty("file").GetString()!);

        Assert.Equal(package.EntryNames.Order(), icons.Concat(languages).Append("manifest.json").Order());
    }

    [Fact]
    public void Manifest_IsFilledIn()
    {
        var manifest = package.Json("manifest.json");

        Assert.DoesNotContain("{{", File.ReadAllText(package.Unpacked("manifest.json")), StringComparison.Ordinal);
        Assert.Equal(ManifestPackageFixture.AppId, manifest.GetProperty("id").GetString());
        Assert.Equal(ManifestPackageFixture.AppId, manifest.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal(ManifestPackageFixture.AppId, manifest.GetProperty("webApplicationInfo").GetProperty("id").GetString());
        Assert.Equal(ManifestPackageFixture.Domain, manifest.GetProperty("validDomains")[0].GetString());
        Assert.Equal(ProgramVersion(), manifest.GetProperty("version").GetString());
    }

    [Fact]
    public void Manifest_IsOfTheVersionThatItsSchemaIs()
    {
        var manifest = package.Json("manifest.json");
        var version = manifest.GetProperty("manifestVersion").GetString();

        Assert.Contains($"/v{version}/", manifest.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        Assert.Contains($"/v{version}/", package.Json("en.json").GetProperty("$schema").GetString(), StringComparison.Ordinal);
        Assert.True(Version.Parse(version!) >= new Version(1, 25));
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("en.json")]
    public async Task File_IsValidByTheOfficialSchema(string name)
    {
        var result = await NodeScript.RunAsync(Script, package.Unpacked(name));

        Assert.Empty(result.Lines);
        Assert.Equal(0, result.ExitCode);
    }

    /// <summary>The check itself, shown red, on the manifest's version too.</summary>
    [Fact]
    public async Task EveryErrorOfAManifest_IsReported()
    {
        var broken = File.ReadAllText(package.Unpacked("manifest.json"))
            .Replace("\"manifestVersion\": \"1.25\"", "\"manifestVersion\": \"1.24\"", StringComparison.Ordinal)
            .Replace("\"short\": \"Klynge\"", $"\"short\": \"{new string('k', 31)}\"", StringComparison.Ordinal)
            .Replace("\"isNotificationOnly\"", "\"isNotificationsOnly\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(package.Unpacked("broken.json"), broken);

        var result = await NodeScript.RunAsync(Script, package.Unpacked("broken.json"));

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(3, result.Lines.Count);
        Assert.Contains(result.Lines, line => line.StartsWith("/manifestVersion ", StringComparison.Ordinal));
        Assert.Contains(result.Lines, line => line.StartsWith("/name/short ", StringComparison.Ordinal));
        Assert.Contains(result.Lines, line => line.Contains("isNotificationsOnly", StringComparison.Ordinal));
    }

    private static string ProgramVersion() => typeof(Hosting.KlyngeSettings).Assembly.GetName().Version!.ToString(3);
}
