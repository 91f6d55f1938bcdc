using Klynge.Application.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Minutes;

public static class MinutesServices
{
    public static IServiceCollection AddMinutes(this IServiceCollection services) => services
        .AddSingleton<WriteMinutes>()
        .AddSingleton<ApproveMinutes>()
        .AddSingleton<ShowMinutes>()
        .AddSingleton<ImportMeeting>()
        .AddSingleton<IChatFeature, MinutesChat>();
}
