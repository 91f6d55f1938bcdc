using System.Text.Json;
using Klynge.Microsoft365.Simulated;
using Klynge.Testing;

namespace Klynge.Bot.Tests.CommandLine;

/// <summary>The real program against the stand-in: the exit code, the words and that nothing is left behind.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Check_WithoutMicrosoft365_SaysHowToTurnItOn_AndMakesNoData()
    {
        var answer = await ProgramRun.RunAsync(_folder, "check");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Contains("Microsoft365=tenant", answer.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Setup_ThenCheck_FindsTheColumnsAndTheBotThatIsNotRunning()
    {
        await using var graph = await FakeGraph.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string>
        {
            ["Microsoft365"] = graph.Url.ToString(),
            ["Klynge__PublicUrl"] = "http://localhost:9",
        };

        var asked = await ProgramRun.RunAsync(_folder, environment, "library", "setup");
        Assert.Equal(1, asked.ExitCode);
        Assert.Contains("Intet er oprettet: Der er ingen terminal at spørge i. Skriv --yes", asked.Error, StringComparison.Ordinal);
        Assert.Contains("kolonnen »Mødedato«", asked.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("KlyngeForum", graph.Drives.Library.Columns.Keys);

        var made = await ProgramRun.RunAsync(_folder, environment, "library", "setup", "--yes");
        Assert.Contains("4 kolonner oprettet", made.Output, StringComparison.Ordinal);

        var check = await ProgramRun.RunAsync(_folder, environment, "check", "--json");
        Assert.Equal((1, ""), (check.ExitCode, check.Error));
        var failed = Assert.Single(JsonDocument.Parse(check.Output).RootElement.EnumerateArray(), step => step.GetProperty("state").GetString() == "failed");
        Assert.Equal("Besked fra Microsoft 365", failed.GetProperty("name").GetString());
        Assert.Empty(graph.Unexpected);
    }

    [Fact]
    public async Task Check_WithSettingsThatMakeNoSense_SaysWhich()
    {
        var answer = await ProgramRun.RunAsync(_folder, new Dictionary<string, string> { ["Microsoft365"] = "ja" }, "check");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("Microsoft365 kan være", answer.Error, StringComparison.Ordinal);
    }
}
