using Klynge.Application.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Guidance;

public static class HelpServices
{
    public static IServiceCollection AddHelp(this IServiceCollection services) => services
        .AddSingleton<HelpQueries>()
        .AddSingleton<IChatFeature, HelpChat>();
}
