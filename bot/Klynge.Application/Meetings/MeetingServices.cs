using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Meetings;

public static class MeetingServices
{
    /// <summary>Adds meetings: use cases, chat and the events of Teams.</summary>
    public static IServiceCollection AddMeetings(this IServiceCollection services) =>
        services
            .AddSingleton<MeetingDesk>();
}
