using Klynge.Teams.Connector;
using Klynge.Teams.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Klynge.Teams.Hosting;

public static class TeamsBotServices
{
    /// <summary>
    /// Adds the bot: options, inbound authentication, <see cref="ConnectorClient"/> and <see cref="ActivityRouter"/>, all
    /// singletons. Handlers come from every registered <see cref="IActivityModule"/> and from <paramref name="routes"/>.
    /// </summary>
    /// <param name="configuration">The root: the Bot Framework's own settings stand there.</param>
    /// <param name="section">The product's section, for the settings that the Bot Framework has no name for.</param>
    /// <param name="routes">Further handlers, for a host that needs no module.</param>
    public static IServiceCollection AddTeamsBot(
        this IServiceCollection services, IConfiguration configuration, string section, Action<ActivityRouter>? routes = null)
    {
        services.AddOptions<TeamsBotOptions>()
            .Configure<IHostEnvironment>((options, environment) => TeamsBotSettings.Read(configuration, section, environment, options))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsBotOptions>, TeamsBotOptionsValidator>();
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<TeamsBotOptions>>().Value);
        services.TryAddSingleton(TimeProvider.System);
        AddConnector(services);
        AddEndpoint(services);
        services.AddSingleton(provider => CreateRouter(provider, routes));
        return services;
    }

    /// <summary>Adds what fetches dropped files: also for a host that runs jobs and has no bot.</summary>
    public static IServiceCollection AddFileDownloads(this IServiceCollection services)
    {
        services.TryAddSingleton<IFileDownloads>(provider => new FileDownloads(provider.GetService<IHostEnvironment>()?.IsDevelopment() == true));
        return services;
    }

    private static void AddConnector(IServiceCollection services)
    {
        services.AddHttpClient(ConnectorTransport.ClientName, TeamsHttpClients.Configure)
            .ConfigurePrimaryHttpMessageHandler(TeamsHttpClients.CreateHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.TryAddSingleton<ServiceHosts>();
        services.TryAddSingleton<ThreadPacer>();
        services.TryAddSingleton(provider => BotCredential.From(provider.GetRequiredService<TeamsBotOptions>()));
        services.TryAddSingleton<BotTokens>();
        services.TryAddSingleton<ConnectorTransport>();
        services.TryAddSingleton<IConnectorCalls, ProtocolCalls>();
        services.TryAddSingleton(provider => new ConnectorClient(provider.GetRequiredService<IConnectorCalls>()));
    }

    private static void AddEndpoint(IServiceCollection services)
    {
        services.AddHttpClient(SigningKeys.ClientName, TeamsHttpClients.Configure)
            .ConfigurePrimaryHttpMessageHandler(TeamsHttpClients.CreateHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.TryAddSingleton<SigningKeys>();
        services.TryAddSingleton<TokenCheck>();
        services.TryAddSingleton<CallerCheck>();
        services.TryAddSingleton<TurnDeduplicator>();
        services.TryAddSingleton<SenderLimits>();
        services.TryAddSingleton<RecordLimit<RefusedFor>>();
        services.TryAddSingleton<MessagesEndpoint>();
    }

    private static ActivityRouter CreateRouter(IServiceProvider provider, Action<ActivityRouter>? routes)
    {
        var router = new ActivityRouter();
        foreach (var module in provider.GetServices<IActivityModule>())
            module.Map(router);
        routes?.Invoke(router);
        return router;
    }
}

/// <summary>Both outbound clients: no redirects (they would carry the token off the allow-list), no cookies, bounded answers.</summary>
internal static class TeamsHttpClients
{
    private const int MaxAnswerBytes = 4 * 1024 * 1024;

    public static void Configure(HttpClient client)
    {
        client.Timeout = TimeSpan.FromSeconds(15);
        client.MaxResponseContentBufferSize = MaxAnswerBytes;
    }

    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
    };
}
