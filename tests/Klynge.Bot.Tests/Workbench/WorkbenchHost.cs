using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Klynge.Bot.Workbench;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klynge.Bot.Tests.Workbench;

/// <summary>The workbench on a real server with a port of its own, in front of a fake bot.</summary>
internal sealed class WorkbenchHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WorkbenchHost(WebApplication app, FakeBot bot, HttpClient client) => (_app, Bot, Client) = (app, bot, client);

    public FakeBot Bot { get; }

    /// <summary>Calls as any program would: no Origin.</summary>
    public HttpClient Client { get; }

    public Uri Address => new(_app.Urls.First());

    public SampleBoard Directory => (SampleBoard)_app.Services.GetRequiredService<IWorkbenchDirectory>();

    public static async Task<WorkbenchHost> StartAsync(string environment = "Development", Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddWorkbench();
        builder.Services.AddSingleton<IWorkbenchDirectory, SampleBoard>();
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        var client = new HttpClient();
        var bot = new FakeBot(client);
        bot.Map(app);
        app.MapWorkbench();
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Urls.First());
        return new WorkbenchHost(app, bot, client);
    }

    /// <summary>Calls as the workbench's own page does.</summary>
    public async Task<JsonObject> PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        using var response = await Client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
    }

    /// <summary>A person writes in a chat.</summary>
    /// <returns>The id of the message.</returns>
    public async Task<string> WriteAsync(WorkbenchPerson person, string chat, string text, CancellationToken cancellationToken) =>
        (string)(await PostAsync("/workbench/api/messages", new { person = person.Id, chat, text }, cancellationToken))["id"]!;

    /// <summary>The id of a person's personal chat, as the page learns it.</summary>
    public async Task<string> PersonalChatAsync(WorkbenchPerson person, CancellationToken cancellationToken)
    {
        var board = await Client.GetFromJsonAsync<JsonObject>("/workbench/api/board", cancellationToken);
        return (string)board!["people"]!.AsArray().Single(one => (string?)one!["id"] == person.Id)!["chat"]!;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
