using System.Net;
using System.Text;
using Klynge.Testing.FunctionsHost;

namespace Klynge.Functions.Tests.Protocol;

/// <summary>A database that is away fails invocations, which come again, and never the worker, which the host would give up after three crashes.</summary>
public sealed class OutageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-functions-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>SQLite makes the file, but no folder for it.</summary>
    private string Away => Path.Combine(_folder, "not-there-yet");

    [Fact]
    public async Task WithoutItsDatabase_TheWorkerLoads_AndAMessageIsDeliveredAgain_UntilTheDatabaseIsBack()
    {
        await using var functions = await StartAsync();

        var delivery = await functions.DeliverAsync("Work", """{"group":"Procedures"}""", Ct, attempt =>
        {
            if (attempt == 4)
                Directory.CreateDirectory(Away);
        });

        Assert.False(delivery.IsPoison);
        Assert.Equal(
            [InvocationStatus.Failed, InvocationStatus.Failed, InvocationStatus.Failed, InvocationStatus.Succeeded],
            delivery.Attempts.Select(attempt => attempt.Status));
        Assert.All(delivery.Attempts.SkipLast(1), attempt =>
        {
            Assert.Equal("Work failed: SqliteException.", attempt.Error);
            Assert.Contains(attempt.Logs, line => line.Contains("SqliteException", StringComparison.Ordinal));
        });
        Assert.Single(delivery.Attempts[^1].Logs, line => line.Contains("Job remind-voters: Succeeded", StringComparison.Ordinal));
    }

    /// <summary>The host passes on what the worker answers over HTTP, whatever becomes of the invocation: with 200 the news would be lost.</summary>
    [Fact]
    public async Task WithoutItsDatabase_GraphIsToldSo_SoThatItSendsAgain()
    {
        await using var functions = await StartAsync(new Dictionary<string, string> { ["Microsoft365"] = "http://127.0.0.1:9/v1.0" });
        using var news = new StringContent("""{"value":[{"subscriptionId":"s1","clientState":"x","resourceData":{"id":"event-1"}}]}""", Encoding.UTF8, "application/json");

        var answer = await functions.PostAsync("api/graph/notifications", news, Ct);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Response.StatusCode);
        Assert.Empty(answer.Body);
        Assert.Equal((InvocationStatus.Failed, "GraphNotifications failed: SqliteException."), (answer.Invocation!.Status, answer.Invocation.Error));
    }

    [Theory]
    [InlineData("ConnectionStrings__Klynge")]
    [InlineData("Klynge__PublicUrl")]
    public async Task WithoutASetting_ItDoesNotStart_AndNamesIt(string missing)
    {
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__Klynge"] = "Data Source=:memory:",
            ["Klynge__PublicUrl"] = "https://klynge.example/",
        };
        settings.Remove(missing);

        var gone = await Assert.ThrowsAsync<WorkerGoneException>(() => FakeFunctionsHost.StartAsync(WorkerPackage.Folder, settings));

        Assert.Equal(2, gone.ExitCode);
        Assert.Contains(missing.Replace("__", ":", StringComparison.Ordinal), gone.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", gone.Output, StringComparison.Ordinal);
    }

    /// <summary>A worker's temporary folder goes with it: in a tenant documents need SharePoint, or a folder that somebody has named.</summary>
    [Theory]
    [InlineData(false, "", "", false)]
    [InlineData(false, "off", "fjordlandet.sharepoint.example:/sites/raad", false)]
    [InlineData(false, "tenant", "", false)]
    [InlineData(true, "", "", true)]
    [InlineData(true, "tenant", "fjordlandet.sharepoint.example:/sites/raad", false)]
    public async Task InATenant_WhoseDocumentsHaveNowhereToStay_ItDoesNotStart(bool starts, string microsoft365, string site, bool hasFolder)
    {
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__Klynge"] = $"Data Source={Path.Combine(_folder, "klynge.db")};Pooling=False",
            ["Klynge__PublicUrl"] = "https://klynge.example/",
            ["MicrosoftAppType"] = "UserAssignedMSI",
            ["MicrosoftAppId"] = "11111111-1111-1111-1111-111111111111",
            ["MicrosoftAppTenantId"] = "22222222-2222-2222-2222-222222222222",
            ["Microsoft365"] = microsoft365,
            ["Klynge__SharePoint__Site"] = site,
            ["Klynge__DataDirectory"] = hasFolder ? _folder : string.Empty,
        };
        if (starts)
        {
            await using var functions = await FakeFunctionsHost.StartAsync(WorkerPackage.Folder, settings);
            return;
        }

        var gone = await Assert.ThrowsAsync<WorkerGoneException>(() => FakeFunctionsHost.StartAsync(WorkerPackage.Folder, settings));
        Assert.Equal(2, gone.ExitCode);
        Assert.Contains("Klynge:DataDirectory mangler", gone.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<FakeFunctionsHost> StartAsync(Dictionary<string, string>? settings = null) =>
        FakeFunctionsHost.StartAsync($"Data Source={Path.Combine(Away, "klynge.db")};Pooling=False", _folder, settings);
}
