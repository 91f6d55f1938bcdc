using System.Net;
using System.Net.Sockets;
using System.Text;
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
        Assert.Equal(
            $"Botten kan ikke lytte på http://127.0.0.1:{port}, for et andet program bruger porten: stop det, eller vælg en anden port med --urls.",
            result.Error.Trim());
        Assert.Empty(result.Output.Trim());
    }

    [Fact]
    public async Task Start_OnAnAddressOfAnotherMachine_IsOneSentence()
    {
        var result = await RunAsync(null, "--urls", "http://192.0.2.1:4000");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            "Botten kan ikke lytte på http://192.0.2.1:4000, for maskinen har ikke den adresse: vælg en anden med --urls.", result.Error.Trim());
        Assert.Empty(result.Output.Trim());
    }

    /// <summary>Noise, half a file, nothing, and a page in the middle that is no page any more.</summary>
    [Theory]
    [InlineData("noise")]
    [InlineData("half")]
    [InlineData("empty")]
    [InlineData("page")]
    public async Task Start_OnABrokenDatabase_NamesTheNewestWholeCopy(string damage)
    {
        var folder = Directory.CreateTempSubdirectory("klynge-");
        await using (var first = await BotProcess.StartAsync(folder.FullName))
        {
            await first.AskToStopAsync();
            await first.WaitForEndAsync(TestContext.Current.CancellationToken);
        }

        var file = Path.Combine(folder.FullName, ".data", "klynge.db");
        var copies = Directory.CreateDirectory(Path.Combine(folder.FullName, ".data", "copies")).FullName;
        var (older, newer, broken) = (
            Path.Combine(copies, "klynge-2026-11-26.db"), Path.Combine(copies, "klynge-2026-11-27.db"), Path.Combine(copies, "klynge-2026-11-28.db"));
        File.Copy(file, older);
        File.Copy(file, newer);
        await File.WriteAllTextAsync(broken, "også i stykker", TestContext.Current.CancellationToken);
        var now = File.GetLastWriteTimeUtc(broken);
        File.SetLastWriteTimeUtc(older, now.AddDays(-2));
        File.SetLastWriteTimeUtc(newer, now.AddDays(-1));
        Damage(file, damage);
        var damaged = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

        var refused = await ProgramRun.RunAsync(folder.FullName);

        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith($"Databasefilen {file} er ødelagt", refused.Error, StringComparison.Ordinal);
        Assert.Contains($"læg en kopi af {newer} i stedet", refused.Error, StringComparison.Ordinal);
        Assert.Single(refused.Error.Trim().Split('\n'));
        Assert.Equal(damaged, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));

        // As the sentence says.
        File.Move(file, $"{file}.broken");
        File.Delete($"{file}-wal");
        File.Delete($"{file}-shm");
        File.Copy(newer, file);
        await using (var again = await BotProcess.StartAsync(folder.FullName))
            Assert.Contains("Klynge.Bot er klar.", again.Output, StringComparison.Ordinal);

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Start_OnABrokenDatabaseWithoutACopy_SaysSo()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-");
        var data = folder.CreateSubdirectory(".data").FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "klynge.db"), new string('x', 10_000), TestContext.Current.CancellationToken);

        var refused = await ProgramRun.RunAsync(folder.FullName);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains($"der ligger ingen hel kopi i {Path.Combine(data, "copies")}", refused.Error, StringComparison.Ordinal);
        folder.Delete(recursive: true);
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
            await first.KillAsync();

        await using (var second = await BotProcess.StartAsync(folder.FullName))
        {
            using var ready = await second.Http.GetAsync("healthz/ready", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        }

        folder.Delete(recursive: true);
    }

    private static void Damage(string file, string how)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        switch (how)
        {
            case "noise":
                stream.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("støj", 5_000))));
                break;
            case "half":
                stream.SetLength(stream.Length / 8192 * 4096);
                break;
            case "empty":
                stream.SetLength(0);
                break;
            default:
                stream.Position = stream.Length / 8192 * 4096;
                stream.Write(new byte[4096]);
                break;
        }
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
