using System.Diagnostics;
using System.Text.Json.Nodes;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Infrastructure;

/// <summary>The image as <c>dotnet publish -t:PublishContainer</c> would make it: what the project says when it is evaluated.</summary>
public sealed class ContainerTests
{
    [Fact]
    public async Task Image_RunsAsNobody_OnThePortThatInfraCalls()
    {
        var image = await EvaluateAsync();
        var properties = image["Properties"]!;
        var web = BicepFile.TextOf("modules/web.bicep");

        Assert.Equal("1654", (string?)properties["ContainerUser"]);
        Assert.Equal("noble-chiseled-extra", (string?)properties["ContainerFamily"]);
        Assert.Equal("klynge-bot", (string?)properties["ContainerRepository"]);
        Assert.Equal((string?)properties["Version"], (string?)properties["ContainerImageTag"]);
        Assert.Equal("false", (string?)properties["InvariantGlobalization"]);
        var port = Assert.Single(image["Items"]!["ContainerPort"]!.AsArray())!;
        Assert.Contains($"var port = {port["Identity"]}", web, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Image_KeepsItsData_WhereInfraMountsIt()
    {
        var variables = (await EvaluateAsync())["Items"]!["ContainerEnvironmentVariable"]!.AsArray()
            .ToDictionary(item => (string)item!["Identity"]!, item => (string)item!["Value"]!, StringComparer.Ordinal);

        Assert.Contains($"mountPath: '{variables["Klynge__DataDirectory"]}'", BicepFile.TextOf("modules/web.bicep"), StringComparison.Ordinal);
        Assert.Equal("0", variables["DOTNET_EnableDiagnostics"]);
        Assert.Empty(Directory.EnumerateFiles(Checkout.Root, "Dockerfile*", SearchOption.TopDirectoryOnly));
    }

    private static async Task<JsonNode> EvaluateAsync()
    {
        var project = Path.Combine(Checkout.Root, "bot", "Klynge.Bot", "Klynge.Bot.csproj");
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [
                "msbuild", project, "-nologo", "-p:Configuration=Release",
                "-getProperty:ContainerUser,ContainerFamily,ContainerRepository,ContainerImageTag,Version,InvariantGlobalization",
                "-getItem:ContainerPort,ContainerEnvironmentVariable",
            ])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return JsonNode.Parse(output)!;
    }
}
