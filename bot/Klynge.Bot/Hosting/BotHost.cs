namespace Klynge.Bot.Hosting;

/// <summary>The bot itself: the web host with <c>/api/messages</c>, health, documents and, without a tenant, the workbench.</summary>
internal static class BotHost
{
    internal static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.AddKlynge();
        await using var app = builder.Build();
        await app.Services.PrepareDataAsync(cancellationToken);
        await app.RunAsync(cancellationToken);
        return CommandLine.ExitCodes.Success;
    }
}
