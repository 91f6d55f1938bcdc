using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klynge.EndToEnd.Tests.Operations;

/// <summary>A Teams with one person in every chat, known by e-mail, that says who is there when the test lets it.</summary>
internal sealed class SlowTeams : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _said = new();

    private SlowTeams(WebApplication app) => _app = app;

    public string ServiceUrl => _app.Urls.First();

    /// <summary>Completes when the bot has asked who is there.</summary>
    public Task Asked => _asked.Task;

    /// <summary>What the bot wrote to the chat.</summary>
    public IReadOnlyCollection<string> Said => _said;

    public static async Task<SlowTeams> StartAsync(string email)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var teams = new SlowTeams(app);
        app.MapGet("/v3/conversations/{chat}/pagedmembers", async () =>
        {
            teams._asked.TrySetResult();
            await teams._answer.Task;
            return Results.Json(new { members = new[] { new { id = "29:somebody", aadObjectId = Guid.NewGuid(), email } } });
        });
        app.MapFallback(async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            teams._said.Enqueue(await reader.ReadToEndAsync());
            return Results.Json(new { id = "1" }, statusCode: StatusCodes.Status201Created);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return teams;
    }

    public void Answer() => _answer.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Answer();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
