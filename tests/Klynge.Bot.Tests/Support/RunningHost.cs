using Klynge.Bot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Bot.Tests.Support;

/// <summary>The whole bot as the program starts it, in this process: a port of its own and a data folder that goes with it.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private RunningHost(WebApplication app, DirectoryInfo folder)
    {
        (_app, _folder) = (app, folder);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Everything that somebody can call.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Without a tenant, as a developer starts it.</summary>
    /// <param name="settings">As on the command line: <c>--Name=value</c>.</param>
    public static Task<RunningHost> StartLocalAsync(params string[] settings) => StartAsync(["--environment", "Development", .. settings]);

    /// <summary>With a tenant, as Azure starts it.</summary>
    /// <inheritdoc cref="StartLocalAsync(string[])"/>
    public static Task<RunningHost> StartInTenantAsync(params string[] settings) => StartAsync(
    [
        "--environment", "Production",
        "--MicrosoftAppId=11111111-1111-1111-1111-111111111111",
        "--MicrosoftAppTenantId=22222222-2222-2222-2222-222222222222",
        "--Klynge:PublicUrl=https://klynge.example",
        .. settings,
    ]);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static async Task<RunningHost> StartAsync(string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("klynge-host-");
        var app = BotHost.Build([.. settings, "--urls=http://127.0.0.1:0", $"--Klynge:DataDirectory={folder.FullName}"], out var read);
        await app.Services.PrepareDataAsync(TestContext.Current.CancellationToken);
        if (read.IsLocal)
            await app.Services.PrepareLocalModeAsync(read.PublicUrl, TestContext.Current.CancellationToken);

        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningHost(app, folder);
    }
}
