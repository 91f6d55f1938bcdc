using System.Net;
using Klynge.Testing;
using Microsoft.Data.Sqlite;

namespace Klynge.EndToEnd.Tests.Jobs;

/// <summary>The real program with jobs and without: what its health says when a job is overdue.</summary>
public sealed class JobsHealthTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheBot_RunsItsJobsByItself_AndIsHealthy()
    {
        await using var bot = await BotProcess.StartAsync();

        // In the second that it starts in none is due yet.
        await WaitForAsync(bot, """SELECT count(*) > 0 FROM "Jobs" WHERE "SucceededAt" IS NOT NULL""", "1");
        await WaitForAsync(bot, """SELECT count(*) FROM "Jobs" WHERE "SucceededAt" IS NULL AND "NextRunAt" <= datetime('now')""", "0");

        Assert.Equal(HttpStatusCode.OK, await HealthAsync(bot, "jobs"));
    }

    [Fact]
    public async Task AJobThatNobodyRuns_TurnsJobsUnhealthy_AndNeitherReadinessNorLife()
    {
        await using var bot = await BotProcess.StartAsync(environment: new Dictionary<string, string> { ["Klynge__RunJobs"] = "false" });
        Assert.Equal(HttpStatusCode.OK, await HealthAsync(bot, "jobs"));
        Query(bot, """UPDATE "Jobs" SET "DueAt" = '2026-01-13 08:00:00', "NextRunAt" = '2026-01-13 08:00:00' WHERE "Name" = 'close-procedures'""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await HealthAsync(bot, "jobs"));
        Assert.Equal(HttpStatusCode.OK, await HealthAsync(bot, "ready"));
        Assert.Equal(HttpStatusCode.OK, await HealthAsync(bot, "live"));
        Assert.Equal("0", Query(bot, """SELECT count(*) FROM "Jobs" WHERE "StartedAt" IS NOT NULL"""));
    }

    private static async Task<HttpStatusCode> HealthAsync(BotProcess bot, string name)
    {
        using var answer = await bot.Http.GetAsync($"healthz/{name}", Ct);
        return answer.StatusCode;
    }

    private static async Task WaitForAsync(BotProcess bot, string sql, string expected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (Query(bot, sql) != expected)
            await look.WaitForNextTickAsync(patience.Token);
    }

    private static string? Query(BotProcess bot, string sql)
    {
        using var db = new SqliteConnection($"Data Source={Path.Combine(bot.Folder, ".data", "klynge.db")};Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
