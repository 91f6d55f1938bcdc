using Klynge.Application.Forums.Sample;
using Klynge.Application.Mails;
using Klynge.Application.Ports;
using Klynge.Bot.Workbench;
using Klynge.Workspace;
using Klynge.Workspace.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Klynge.Bot.Hosting;

/// <summary>The bot without a tenant: the workbench plays Teams, a sample council is there, and anybody on this machine is let in.</summary>
internal static class LocalMode
{
    /// <summary>The workspace as Prøvebænk is: for this machine alone, and framed by nobody.</summary>
    internal static WorkspaceHost Workspace { get; } = new(WorkspaceHost.Nobody)
    {
        Refuses = context => WorkbenchGuard.IsFromThisMachine(context) && WorkbenchGuard.IsFromOwnPageOrNone(context.Request) ? null : WorkbenchTexts.OnlyOnThisMachine,
    };

    /// <summary>Below every other source, so that a setting of one's own always wins.</summary>
    internal static void AddLocalDefaults(this WebApplicationBuilder builder)
    {
        var defaults = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["urls"] = KlyngeSettings.DefaultUrl };
        if (builder.Environment.IsDevelopment() && string.IsNullOrWhiteSpace(builder.Configuration["MicrosoftAppId"]))
        {
            // One person plays everybody, in a hurry, and tests do it faster still: no limits unless they are asked for.
            defaults["Klynge:AllowAnonymous"] = "true";
            defaults["Klynge:RequestsPerPerson"] = "0";
            defaults["Klynge:RequestsPerTenant"] = "0";
            defaults["Klynge:RequestsPerAddress"] = "0";
        }

        builder.Configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = defaults });
        if (builder.Configuration["urls"] is { Length: > 0 } urls)
            builder.WebHost.UseUrls(urls.Split(';'));
    }

    internal static IServiceCollection AddLocalMode(this IServiceCollection services) => services
        .AddMailFolder()
        .AddWorkbench()
        .AddWorkbenchSignIn()
        .AddSingleton<IWorkbenchDirectory, BoardDirectory>()
        .AddSingleton<IWorkbenchDocuments>(provider =>
            new FolderDocuments(Path.Combine(provider.GetRequiredService<KlyngeSettings>().DataDirectory, "documents")));

    /// <summary>Fills an empty database with the sample council, and tells a filled one where the workbench listens this time.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="url">Where the host listens, or will.</param>
    /// <param name="cancellationToken">Stops the preparation.</param>
    internal static Task PrepareLocalModeAsync(this IServiceProvider services, Uri url, CancellationToken cancellationToken)
    {
        var options = services.GetRequiredService<IOptions<WorkbenchOptions>>().Value;
        var channel = new SampleChannel($"http://localhost:{url.Port}/workbench/teams", "28:" + options.BotAppId, options.TenantId);
        return services.GetRequiredService<SampleCouncil>().PrepareAsync(channel, cancellationToken);
    }

    /// <summary>Lets the workspace know whom the workbench plays.</summary>
    private static IServiceCollection AddWorkbenchSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(Session.Scheme).AddScheme<AuthenticationSchemeOptions, WorkbenchSignIn>(Session.Scheme, configureOptions: null);
        return services;
    }

    /// <summary>Mails are laid into a folder, unless something else takes them.</summary>
    private static IServiceCollection AddMailFolder(this IServiceCollection services) =>
        services.Any(service => service.ServiceType == typeof(IMailer) && service.ImplementationType == typeof(NoMailer))
            ? services.Replace(ServiceDescriptor.Singleton<IMailer>(provider =>
                new FolderMailer(Path.Combine(provider.GetRequiredService<KlyngeSettings>().DataDirectory, "mails"))))
            : services;
}
