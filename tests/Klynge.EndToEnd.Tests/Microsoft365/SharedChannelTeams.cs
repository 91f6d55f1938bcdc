using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klynge.EndToEnd.Tests.Microsoft365;

/// <summary>A Teams of one shared channel, whose list of members the test sets; what the bot writes there is kept as it came.</summary>
internal sealed class SharedChannelTeams : IAsyncDisposable
{
    public const string Tenant = "7b5a3c10-0000-4000-8000-000000000001";
    public const string Team = "1f0e9d8c-0000-4000-8000-00000000000a";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly ConcurrentQueue<string> _saidInPerson = new();
    private int _message;

    private SharedChannelTeams(WebApplication app) => _app = app;

    public string ServiceUrl => _app.Urls.First();

    public IReadOnlyList<JsonObject> Members { get; set; } = [];

    /// <summary>What the bot wrote or rewrote in the channel.</summary>
    public IReadOnlyCollection<string> Said => _said;

    /// <summary>What it wrote to people in person, in chats that it opened through the channel.</summary>
    public IReadOnlyCollection<string> SaidInPerson => _saidInPerson;

    public static async Task<SharedChannelTeams> StartAsync(string channel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var teams = new SharedChannelTeams(app);
        app.MapGet("/v3/conversations/{chat}/pagedmembers", (string chat) => chat == channel
            ? Results.Json(new { members = teams.Members })
            : Results.NotFound());
        app.MapGet("/v3/conversations/{chat}/members/{id}", (string id) =>
            teams.Members.FirstOrDefault(member => (string?)member["id"] == id) is { } member ? Results.Json(member) : Results.NotFound());
        app.MapFallback(async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var isHere = Uri.UnescapeDataString(request.Path).Contains(channel, StringComparison.Ordinal);
            (isHere ? teams._said : teams._saidInPerson).Enqueue(await reader.ReadToEndAsync());
            return Results.Json(new { id = $"{Interlocked.Increment(ref teams._message)}" }, statusCode: StatusCodes.Status201Created);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return teams;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
