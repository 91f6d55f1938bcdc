using System.Text.Json.Nodes;
using Klynge.Application.Jobs;
using Klynge.Bot.CommandLine.Jobs;
using NodaTime;

namespace Klynge.Bot.Tests.CommandLine;

/// <summary><c>jobs</c>, through the real program.</summary>
public sealed class JobsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;

    private string Database => $"Data Source={Path.Combine(_folder, "klynge.db")};Pooling=False";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task BeforeAnyRun_EveryJobIsListed_AndWaits()
    {
        var result = await BotCommand.RunAsync(_folder, "jobs");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches(@"close-procedures +hvert 10\. sekund +aldrig +har ikke kørt endnu", result.Output);
    }

    [Fact]
    public async Task AJobThatFailsAndIsOverdue_SaysSo()
    {
        await BotCommand.RunAsync(_folder, "jobs");
        Execute("""
            INSERT INTO "Jobs" ("Name", "DueAt", "NextRunAt", "StartedAt", "FinishedAt", "Outcome", "FailuresInARow", "Failure")
            VALUES ('close-procedures', '2026-01-13 08:00:00', '2026-01-13 09:15:00', '2026-01-13 09:00:05', '2026-01-13 09:00:06', 2, 7, 'TimeoutException')
            """);

        var result = await BotCommand.RunAsync(_folder, "jobs");

        Assert.Matches(
            @"close-procedures +hvert 10\. sekund +13\. jan\. kl\. 10\.00\.05 +13\. jan\. kl\. 10\.15\.00 +over tiden siden 13\. jan\. kl\. 09\.00\.00; fejlet 7 gange i træk: TimeoutException",
            result.Output);
    }

    [Fact]
    public async Task AsJson_NothingElseIsOnStandardOutput()
    {
        await BotCommand.RunAsync(_folder, "jobs");
        Execute("""
            INSERT INTO "Jobs" ("Name", "DueAt", "NextRunAt", "StartedAt", "FinishedAt", "SucceededAt", "Outcome", "FailuresInARow")
            VALUES ('close-procedures', '2100-01-01 00:00:00', '2100-01-01 00:00:00', '2026-01-13 09:00:05', '2026-01-13 09:00:06', '2026-01-13 09:00:06', 1, 0)
            """);

        var result = await BotCommand.RunAsync(_folder, "jobs", "--json");

        var jobs = JsonNode.Parse(result.Output)!["jobs"]!.AsArray();
        var close = jobs.Single(job => (string?)job!["name"] == "close-procedures")!;
        Assert.Equal("2026-01-13T09:00:05Z", (string?)close["lastRun"]);
        Assert.Equal("2026-01-13T09:00:06Z", (string?)close["lastSuccess"]);
        Assert.Equal("2100-01-01T00:00:00Z", (string?)close["nextRun"]);
        Assert.Equal("Succeeded", (string?)close["lastOutcome"]);
        Assert.Equal((0, false, false), ((int)close["failuresInARow"]!, (bool)close["isOverdue"]!, (bool)close["isRunning"]!));
        Assert.Null((string?)jobs.Single(job => (string?)job!["name"] == "remind-voters")!["lastRun"]);
    }

    [Theory]
    [InlineData(1, "hvert sekund")]
    [InlineData(10, "hvert 10. sekund")]
    [InlineData(60, "hvert minut")]
    [InlineData(300, "hvert 5. minut")]
    [InlineData(3600, "hver time")]
    [InlineData(7200, "hver 2. time")]
    [InlineData(86400, "hver dag")]
    public void AnInterval_ReadsAsDanish(int seconds, string expected) =>
        Assert.Equal(expected, JobsTexts.Schedule(JobSchedule.Every(Duration.FromSeconds(seconds))));

    [Fact]
    public void AClockTime_ReadsAsDanish() => Assert.Equal("hver dag kl. 08.00", JobsTexts.Schedule(JobSchedule.DailyAt(new LocalTime(8, 0))));

    private void Execute(string sql)
    {
        using var db = new Microsoft.Data.Sqlite.SqliteConnection(Database);
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
