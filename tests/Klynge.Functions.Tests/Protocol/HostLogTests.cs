using System.Net;
using System.Text;
using Klynge.Functions.Tests.Support;
using Klynge.Testing.FunctionsHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klynge.Functions.Tests.Protocol;

/// <summary>What the Functions host is told and logs: events and ids. No statement, no address, nobody's words, however much logging is asked for.</summary>
public sealed class HostLogTests : IAsyncLifetime
{
    /// <summary>In every planted text, and nowhere else.</summary>
    private const string Planted = "Plantekj";

    private WebApplication _graph = null!;
    private Talkative _fixture = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _graph = builder.Build();
        _graph.Run(http =>
        {
            http.Response.StatusCode = StatusCodes.Status502BadGateway;
            return http.Response.WriteAsJsonAsync(new { error = new { code = "badGateway", message = $"The mailbox of Xenia {Planted} is away" } }, Ct);
        });
        await _graph.StartAsync(Ct);
        _fixture = new Talkative(_graph.Urls.First());
        await _fixture.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _fixture.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task TheHostsLog_NamesJobsAndTypes_AndNoStatementNoAddressAndNobody()
    {
        await _fixture.Functions.TickAsync("Outbox", Ct);
        _fixture.Watch("secret", syncAt: "2020-01-01 00:00:00");
        var failed = await _fixture.Functions.TickAsync("Microsoft365", Ct);
        await _fixture.Functions.DeliverAsync("Work", $$"""{"group":"Xenia {{Planted}}"}""", Ct);
        using var content = new StringContent($$"""{"value":[{"subscriptionId":"s1","clientState":"{{Planted}}","resourceData":{"id":"{{Planted}}"} }]}""", Encoding.UTF8, "application/json");
        var news = await _fixture.Functions.PostAsync($"api/graph/notifications?who={Planted}", content, Ct);

        Assert.Equal((InvocationStatus.Failed, "These jobs failed: subscribe-to-calendars, sync-calendars."), (failed.Status, failed.Error));
        Assert.Equal(HttpStatusCode.Accepted, news.Response.StatusCode);
        // Without a category it is the worker's greeting: versions, and the arguments that the host has started it with.
        var told = string.Join('\n', _fixture.Functions.Logs.Where(log => log.Contains("\"category\"", StringComparison.Ordinal))) + _fixture.Functions.Output;
        Assert.Contains("Job sync-calendars failed: ", told, StringComparison.Ordinal);
        Assert.Contains("Dropped 1 notifications without the secret", told, StringComparison.Ordinal);
        Assert.All(
            [Planted, "SELECT", "INSERT", "Request starting", "Executed", "http://", "/v1.0", "/users/", "/api/graph", "EntityFrameworkCore.Database", "HttpClient"],
            word => Assert.DoesNotContain(word, told, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class Talkative(string graph) : FunctionsFixture(new Dictionary<string, string>
    {
        ["Microsoft365"] = $"{graph}/v1.0",
        ["Logging__LogLevel__Default"] = "Trace",
        ["Logging__LogLevel__Microsoft"] = "Trace",
        ["Logging__LogLevel__System"] = "Trace",
    });
}
