using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klynge.Functions.Tests.Support;

/// <summary>A Graph that takes a request and does not answer: whoever asked runs until he is told to stop.</summary>
internal sealed class SlowGraph : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SemaphoreSlim _asked = new(0);

    private SlowGraph(WebApplication app) => _app = app;

    internal Dictionary<string, string> Settings => new() { ["Microsoft365"] = $"{_app.Urls.First()}/v1.0" };

    internal static async Task<SlowGraph> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var graph = new SlowGraph(app);
        app.Run(graph.HoldAsync);
        await app.StartAsync();
        return graph;
    }

    /// <summary>Completes with the next request.</summary>
    internal Task UntilAskedAsync(CancellationToken cancellationToken) => _asked.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _asked.Dispose();
    }

    private async Task HoldAsync(HttpContext http)
    {
        _asked.Release();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _app.Lifetime.ApplicationStopping);
        var gone = new TaskCompletionSource();
        await using var registration = stopping.Token.Register(gone.SetResult);
        await gone.Task;
    }
}
