using System.Text;
using System.Text.Json.Nodes;
using Klynge.BotBuilder;
using Klynge.Teams.Hosting;
using Klynge.Teams.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klynge.Teams.Tests.Support;

/// <summary>A bot on Kestrel, port 0, and a client for it.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BotHost(WebApplication app, CollectedLogs logs)
    {
        (_app, Logs) = (app, logs);
        Address = new Uri(AddressOf(app));
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public CollectedLogs Logs { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<BotHost> StartAsync(
        Dictionary<string, string?> settings,
        Action<ActivityRouter>? routes = null,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? pipeline = null,
        string environment = "Development",
        Door door = Door.Protocol)
    {
        var logs = new CollectedLogs();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders().AddProvider(logs);
        services?.Invoke(builder.Services);
        builder.Services.AddTeamsBot(builder.Configuration, "Klynge", routes);
        if (door == Door.BotBuilder)
            builder.Services.AddBotBuilder();
        var app = builder.Build();
        pipeline?.Invoke(app);
        app.MapTeamsBot("/api/messages");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new BotHost(app, logs);
    }

    /// <summary>A bot that takes callers without a token, as on a developer's machine.</summary>
    public static Task<BotHost> StartAnonymousAsync(
        Action<ActivityRouter>? routes = null, Action<IServiceCollection>? services = null, Door door = Door.Protocol) =>
        StartAsync(new() { ["Klynge:AllowAnonymous"] = "true" }, routes, services, door: door);

    public Task<HttpResponseMessage> PostAsync(JsonNode activity, string? token = null) => PostAsync(activity.ToJsonString(), token);

    public Task<HttpResponseMessage> PostAsync(string body, string? token = null) =>
        SendAsync(new StringContent(body, Encoding.UTF8, "application/json"), token);

    public async Task<HttpResponseMessage> SendAsync(HttpContent content, string? token = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        change?.Invoke(request);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    internal static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
}

/// <summary>What stands between the channel and the bot.</summary>
public enum Door
{
    Protocol,
    BotBuilder,
}
