using Klynge.Bot.Workbench.Chats;
using Klynge.Bot.Workbench.Connector;
using Klynge.Bot.Workbench.Delivery;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Klynge.Bot.Workbench;

/// <summary>Registers what Prøvebænk is made of.</summary>
public static class WorkbenchServices
{
    /// <summary>
    /// Registers the workbench. The host registers an <see cref="IWorkbenchDirectory"/>, and an <see cref="IWorkbenchDocuments"/>
    /// where documents are stored (<see cref="FolderDocuments"/> for a folder).
    /// </summary>
    public static IServiceCollection AddWorkbench(this IServiceCollection services)
    {
        services.AddOptions<WorkbenchOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            options.BotAppId = configuration["MicrosoftAppId"] is { Length: > 0 } app ? app : options.BotAppId;
            options.TenantId = configuration["MicrosoftAppTenantId"] is { Length: > 0 } tenant ? tenant : options.TenantId;
        });
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton<ChatFeed>();
        services.AddSingleton<ChatStore>();
        services.AddSingleton<FileShelf>();
        services.AddSingleton<BotAddress>();
        services.AddSingleton<TeamsEnvelope>();
        services.AddSingleton<TeamsActivities>();
        services.AddSingleton<ConversationWriter>();
        services.AddHttpClient<BotGateway>().RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            // The bot is on this machine: no proxy, no cookies, no redirects.
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
        });
        return services;
    }
}
