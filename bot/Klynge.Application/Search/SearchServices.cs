using Klynge.Application.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Search;

public static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<SearchItems>()
        .AddSingleton<IChatFeature, SearchChat>();
}
