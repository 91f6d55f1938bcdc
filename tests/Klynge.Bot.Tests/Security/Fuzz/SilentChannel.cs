using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Klynge.Bot.Tests.Security.Fuzz;

/// <summary>Takes whatever the bot sends, and knows nobody.</summary>
internal sealed class SilentChannel : IAsyncDisposable
{
    private static readonly byte[] Taken = """{"id":"1","members":[]}"""u8.ToArray();

    private readonly WebApplication _app;

    private SilentChannel(WebApplication app) => _app = app;

    public string ServiceUrl => $"{_app.Urls.First()}/silent/";

    public static async Task<SilentChannel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(Taken);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new SilentChannel(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
