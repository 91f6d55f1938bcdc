using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Klynge.Teams.Tests.Support;

/// <summary>The channel's REST interface: answers what the test has announced, notes every call, and fails on any other.</summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Answer>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Call> _calls = new();
    private readonly ConcurrentQueue<string> _unexpected = new();

    private FakeChannel(WebApplication app) => _app = app;

    public string ServiceUrl { get; private set; } = "";

    public IReadOnlyList<Call> Calls => [.. _calls];

    public static async Task<FakeChannel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var channel = new FakeChannel(app);
        app.Run(channel.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        channel.ServiceUrl = BotHost.AddressOf(app) + "/emea/";
        return channel;
    }

    /// <summary>Announces one more answer to a call; the path is as it stands on the wire, below <c>/emea</c>.</summary>
    public FakeChannel On(string method, string path, int status, string body = "", Action<HttpResponse>? change = null)
    {
        _answers.GetOrAdd($"{method} /emea{path}", _ => new()).Enqueue(new Answer(status, body, change));
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Assert.Empty(_unexpected);
        Assert.All(_answers, pair => Assert.True(pair.Value.IsEmpty, $"{pair.Key} was not called as often as announced."));
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var target = $"{http.Request.Method} {http.Features.Get<IHttpRequestFeature>()!.RawTarget}";
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        _calls.Enqueue(new Call(target, http.Request.Headers.Authorization.ToString(), body.Length == 0 ? null : JsonNode.Parse(body)));
        if (!_answers.TryGetValue(target, out var queue) || !queue.TryDequeue(out var answer))
        {
            _unexpected.Enqueue(target);
            http.Response.StatusCode = StatusCodes.Status418ImATeapot;
            return;
        }

        http.Response.StatusCode = answer.Status;
        answer.Change?.Invoke(http.Response);
        await http.Response.WriteAsync(answer.Body, http.RequestAborted);
    }

    internal sealed record Call(string Target, string Authorization, JsonNode? Body);

    private sealed record Answer(int Status, string Body, Action<HttpResponse>? Change);
}
