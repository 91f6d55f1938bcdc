using System.Net;
using Klynge.Functions.Tests.Support;
using Klynge.Testing;

namespace Klynge.Functions.Tests.Protocol;

/// <summary>A database that is away fails invocations, which come again, and never the handler, which the host would give up after three crashes.</summary>
public sealed class OutageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WithoutItsDatabase_TheHandlerListens_AndFailsEachInvocation_UntilTheDatabaseIsBack()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-functions-").FullName;
        var away = Path.Combine(folder, "not-there-yet");
        await using (var functions = await FunctionsProcess.StartAsync($"Data Source={Path.Combine(away, "klynge.db")};Pooling=False", folder))
        {
            for (var attempt = 0; attempt < 4; attempt++)
            {
                var failed = await functions.InvokeAsync("Procedures", Payloads.Timer, Ct);
                Assert.Equal(HttpStatusCode.InternalServerError, failed.Status);
                Assert.Contains(failed.Logs, line => line.Contains("SqliteException", StringComparison.Ordinal));
            }

            Directory.CreateDirectory(away);
            Assert.Equal(HttpStatusCode.OK, (await functions.InvokeAsync("Procedures", Payloads.Timer, Ct)).Status);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT")]
    [InlineData("ConnectionStrings__Klynge")]
    [InlineData("Klynge__PublicUrl")]
    public async Task WithoutASetting_ItDoesNotStart_AndNamesIt(string missing)
    {
        var settings = new Dictionary<string, string>
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = "1",
            ["ConnectionStrings__Klynge"] = "Data Source=:memory:",
            ["Klynge__PublicUrl"] = "https://klynge.example/",
        };
        settings.Remove(missing);
        using var process = FunctionsProcess.Start(Path.GetTempPath(), settings);
        var error = process.StandardError.ReadToEndAsync(Ct);
        await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);

        Assert.Equal(2, process.ExitCode);
        Assert.Contains(missing.Replace("__", ":", StringComparison.Ordinal), await error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await error, StringComparison.Ordinal);
    }
}
