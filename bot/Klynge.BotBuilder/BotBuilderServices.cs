using Klynge.BotBuilder.Sending;
using Klynge.Teams.Connector;
using Klynge.Teams.Hosting;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klynge.BotBuilder;

public static class BotBuilderServices
{
    /// <summary>
    /// Puts the Bot Framework SDK between the channel and the bot, in both directions. Tokens, limits, retries and turns stay those of
    /// <see cref="TeamsBotServices.AddTeamsBot"/>, which is to be called as well.
    /// </summary>
    public static IServiceCollection AddBotBuilder(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<BotFrameworkAuthentication, OwnAuthentication>();
        services.AddSingleton<IActivityDoor, BotBuilderDoor>();
        services.Replace(ServiceDescriptor.Singleton<IConnectorCalls, SdkCalls>());
        return services.AddSingleton<SdkClients>();
    }
}
