using Klynge.Application.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.MyCases;

public static class MyCasesServices
{
    public static IServiceCollection AddMyCases(this IServiceCollection services) => services.AddSingleton<IChatFeature, MyCasesChat>();
}
