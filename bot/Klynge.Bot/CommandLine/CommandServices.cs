using Klynge.Application;
using Klynge.Application.Data;
using Klynge.Bot.Hosting;
using Klynge.Domain.Common;
using Klynge.Microsoft365;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Bot.CommandLine;

/// <summary>
/// Makes the services of a command as the bot itself has them: the same settings, the same migrated database, the same use cases,
/// without a web server.
/// </summary>
internal sealed class CommandServices(string[] settings)
{
    /// <summary>A provider that lives for the command; disposing it lets the writer finish.</summary>
    /// <exception cref="StartRefusedException">A setting is missing or the data folder cannot be used.</exception>
    internal async Task<ServiceProvider> OpenAsync(CancellationToken cancellationToken)
    {
        var builder = CreateBuilder();
        builder.Logging.ClearProviders();
        builder.AddKlynge();
        var services = builder.Services.BuildServiceProvider(validateScopes: true);
        await services.PrepareDataAsync(cancellationToken);
        return services;
    }

    /// <summary>
    /// As <see cref="OpenAsync"/>, for commands that need forums: a local database without any begins with the sample council, as the bot
    /// itself begins.
    /// </summary>
    internal async Task<ServiceProvider> OpenWithForumsAsync(CancellationToken cancellationToken)
    {
        var services = await OpenAsync(cancellationToken);
        var read = services.GetRequiredService<KlyngeSettings>();
        await using var db = await services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(cancellationToken);
        if (read.IsLocal && !await db.Forums.AnyAsync(cancellationToken))
            await services.PrepareLocalModeAsync(read.PublicUrl, cancellationToken);

        return services;
    }

    /// <summary>
    /// Microsoft 365 for commands that look at a tenant: no data folder is made, and a database is read where there is one already.
    /// </summary>
    /// <returns>Null while nothing is connected.</returns>
    internal Result<Microsoft365Connection> Connect()
    {
        var builder = CreateBuilder();
        builder.Logging.ClearProviders();
        var read = KlyngeSettings.Read(builder.Configuration);
        if (!Microsoft365Settings.Read(builder.Configuration, read.PublicUrl).TryGet(out var microsoft365, out var error))
            return error;

        // A stand-in without an address lives in the bot that started it.
        if (microsoft365.Mode == Microsoft365Mode.Off || (microsoft365.Mode == Microsoft365Mode.Simulated && !microsoft365.GraphUrl.IsLoopback))
            return new Microsoft365Connection(null);

        builder.Services
            .AddSingleton(new ApplicationSettings(read.ConnectionString, read.DataDirectory, read.PublicUrl))
            .AddKlyngeData(DataServices.IsPostgres(read.ConnectionString) ? read.ConnectionString : $"{read.ConnectionString};Mode=ReadOnly")
            .AddSingleton(TimeProvider.System)
            .AddMicrosoft365(microsoft365);
        return new Microsoft365Connection(builder.Services.BuildServiceProvider());
    }

    /// <summary>The settings alone, for commands that need no data.</summary>
    internal IConfiguration ReadSettings() => CreateBuilder().Configuration;

    private HostApplicationBuilder CreateBuilder()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.AddRegistration();
        return builder;
    }
}

/// <param name="Services">Null while nothing is connected.</param>
internal sealed record Microsoft365Connection(ServiceProvider? Services) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Services?.DisposeAsync() ?? ValueTask.CompletedTask;
}
