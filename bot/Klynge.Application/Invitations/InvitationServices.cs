using Klynge.Application.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klynge.Application.Invitations;

public static class InvitationServices
{
    /// <summary>
    /// Adds what the board does with the calendar. Without a calendar of the host's own, registered before or after this, nothing is
    /// connected.
    /// </summary>
    public static IServiceCollection AddInvitations(this IServiceCollection services)
    {
        services.TryAddSingleton<IMeetingCalendar, DisconnectedCalendar>();
        services.TryAddSingleton<IAttendanceReports, DisconnectedCalendar>();
        return services
            .AddSingleton<ReceiveCalendarNotifications>()
            .AddSingleton<ReceiveCalendarEvents>()
            .AddSingleton<WatchedMailboxes>();
    }
}
