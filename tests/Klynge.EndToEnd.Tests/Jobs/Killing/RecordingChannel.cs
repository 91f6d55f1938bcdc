using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klynge.EndToEnd.Tests.Jobs.Killing;

/// <summary>Teams' connector as far as messages go: takes its time, as Teams does, and remembers what was sent where.</summary>
internal sealed class RecordingChannel : IAsyncDisposable
{
    /// <summary>Long enough that some kills come between the sending and the writing down.</summary>
    private static readonly TimeSpan Answers = TimeSpan.FromMilliseconds(15);

    private readonly ConcurrentQueue<SentMessage> _sent = new();
    private readonly WebApplication _app;

    private RecordingChannel(WebApplication app) => _app = app;

    internal string ServiceUrl => $"{_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}/teams";

    internal IReadOnlyList<SentMessage> Sent => [.. _sent];

    internal static async Task<RecordingChannel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var channel = new RecordingChannel(app);
        app.MapPost("/teams/v3/conversations/{conversation}/activities", channel.TakeAsync);
        await app.StartAsync();
        return channel;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(string conversation, HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var message = new SentMessage(conversation, await reader.ReadToEndAsync());
        _sent.Enqueue(message);
        await Task.Delay(Answers, CancellationToken.None);
        return Results.Json(new { id = _sent.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) }, statusCode: StatusCodes.Status201Created);
    }
}
