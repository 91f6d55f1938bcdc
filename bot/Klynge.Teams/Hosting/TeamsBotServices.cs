using Klynge.Teams.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Teams.Hosting;

public static class TeamsBotServices
{
    /// <summary>
    /// Adds the bot: options, inbound authentication, <see cref="Connector.ConnectorClient"/> and <see cref="ActivityRouter"/>.
    /// Handlers come from every registered <see cref="IActivityModule"/> and from <paramref name="routes"/>.
    /// </summary>
    /// <param name="configuration">The root: the Bot Framework's own settings stand there.</param>
    /// <param name="section">The product's section, for the settings that the Bot Framework has no name for.</param>
    public static IServiceCollection AddTeamsBot(
        this IServiceCollection services, IConfiguration configuration, string section, Action<ActivityRouter>? routes = null) =>
        throw new NotSupportedException();
}
