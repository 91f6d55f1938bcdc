using System.Net;
using System.Net.Sockets;
using Klynge.Testing;

namespace Klynge.EndToEnd.Tests;

/// <summary>The program as somebody starts it: what it says, and what it refuses.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Start_WithoutATenant_SaysWhatRunsWhereAndIsReady()
    {
        await using var bot = await BotProcess.StartAsync();

        using var live = await bot.Http.GetAsync("healthz/live", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Contains($"Prøvebænk   {bot.Address}", bot.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(bot.Folder, ".data", "klynge.db")));
    }

    [Fact]
    public async Task Start_WithoutATenantInProduction_IsRefusedWithOneSentence()
    {
        var result = await RunAsync(new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production" });

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("MicrosoftAppId mangler.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnAPortInUse_SaysSo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var result = await RunAsync(null, "--urls", $"http://127.0.0.1:{port}");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("kan ikke lytte på", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnADataFolderThatIsAFile_SaysSo()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-");
        var file = Path.Combine(folder.FullName, "data");
        await File.WriteAllTextAsync(file, "ikke en mappe", TestContext.Current.CancellationToken);

        var result = await RunAsync(null, $"--Klynge:DataDirectory={file}");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"Datamappen {file} kan ikke bruges", result.Error, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Start_WithSettingsInTheEnvironment_KeepsItsDataWhereTheySay()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-");
        var (data, database) = (Path.Combine(folder.FullName, "data"), Path.Combine(folder.FullName, "other.db"));
        await using (await BotProcess.StartAsync(environment: new Dictionary<string, string>
        {
            ["Klynge__DataDirectory"] = data,
            ["ConnectionStrings__Klynge"] = $"Data Source={database}",
        }))
        {
            Assert.True(File.Exists(database));
            Assert.True(Directory.Exists(data));
            Assert.False(File.Exists(Path.Combine(data, "klynge.db")));
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("improt")]
    [InlineData("--bogus")]
    public async Task Start_WithAWordItDoesNotKnow_IsBadInputAndNotAStart(string word) =>
        Assert.Equal(2, (await RunAsync(null, word)).ExitCode);

    [Fact]
    public async Task Start_AfterAKill_FindsItsDataAgain()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-");
        await using (var first = await BotProcess.StartAsync(folder.FullName))
        {
            await first.KillAsync();
        }

        await using (var second = await BotProcess.StartAsync(folder.FullName))
        {
            using var ready = await second.Http.GetAsync("healthz/ready", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        }

        folder.Delete(recursive: true);
    }

    private static async Task<ProgramResult> RunAsync(IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("klynge-");
        try
        {
            return await ProgramRun.RunAsync(folder.FullName, environment, arguments);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
