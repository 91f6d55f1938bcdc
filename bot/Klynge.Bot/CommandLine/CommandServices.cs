using Klynge.Bot.Hosting;

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
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = settings,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        builder.AddKlynge();
        var services = builder.Services.BuildServiceProvider(validateScopes: true);
        await services.PrepareDataAsync(cancellationToken);
        return services;
    }
}
