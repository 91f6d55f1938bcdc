using Klynge.Application;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Teams.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Benchmarks.Outbox;

/// <summary>The application as a host has it, with the channel at the end of its wire.</summary>
internal sealed class OutboxHost(IHost host) : IAsyncDisposable
{
    internal IDbContextFactory<KlyngeContext> Contexts => host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>();

    internal OutboxSender Sender => host.Services.GetRequiredService<OutboxSender>();

    internal static async Task<OutboxHost> StartAsync(string connectionString, HttpMessageHandler channel)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.Configuration["Klynge:AllowAnonymous"] = "true";
        builder.Services.AddKlyngeApplication(new ApplicationSettings(connectionString, Path.GetTempPath(), new Uri("http://localhost")));
        builder.Services.AddSingleton<ISharedCardSource, BenchCard>();
        builder.Services.AddTeamsBot(builder.Configuration, "Klynge");
        builder.Services.ConfigureAll<HttpClientFactoryOptions>(options =>
            options.HttpMessageHandlerBuilderActions.Add(client => client.PrimaryHandler = channel));
        var host = new OutboxHost(builder.Build());
        await host.Contexts.MigrateAsync(SystemClock.Instance, CancellationToken.None);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}
