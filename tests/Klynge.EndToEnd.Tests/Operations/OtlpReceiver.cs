using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klynge.EndToEnd.Tests.Operations;

/// <summary>
/// Where telemetry is sent to: an OTLP receiver over HTTP that keeps all it gets. The words in a protobuf message stand in it as they
/// are, in UTF-8, so it can be searched without being taken apart.
/// </summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StringBuilder> _received = new(StringComparer.Ordinal);
    private readonly List<(Func<bool> IsMet, TaskCompletionSource Met)> _waiting = [];

    private OtlpReceiver(WebApplication app) => _app = app;

    /// <summary>What a program needs to send here, soon.</summary>
    public Dictionary<string, string> Environment => new(StringComparer.Ordinal)
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.First(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "250",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
    };

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new OtlpReceiver(app);
        app.MapPost("/v1/{signal}", receiver.ReceiveAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>All that came for a signal, <c>traces</c> or <c>metrics</c>, as text.</summary>
    public string Received(string signal)
    {
        lock (_lock)
            return _received.TryGetValue(signal, out var text) ? text.ToString() : string.Empty;
    }

    /// <summary>Completes when a signal has named all of these.</summary>
    public Task UntilAsync(string signal, params string[] words)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add((() => Array.TrueForAll(words, word => Received(signal).Contains(word, StringComparison.Ordinal)), met));
            Check();
        }

        return met.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private async Task ReceiveAsync(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        lock (_lock)
        {
            if (!_received.TryGetValue(signal, out var text))
                _received[signal] = text = new StringBuilder();

            text.AppendLine(Encoding.UTF8.GetString(body.ToArray()));
            Check();
        }
    }

    private void Check()
    {
        foreach (var (_, met) in _waiting.Where(one => one.IsMet()))
            met.TrySetResult();
    }
}
