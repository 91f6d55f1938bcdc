using Klynge.Application.Attendance;
using Klynge.Application.Chat;
using Klynge.Application.Invitations.Linking;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Jobs;
using Klynge.Application.Ports;
using Klynge.Teams.Connector;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

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
        services.TryAddSingleton<ITeamsMeetings>(provider => new ConnectorMeetings(provider.GetRequiredService<ConnectorClient>));
        return services
            .AddSingleton<ReceiveCalendarNotifications>()
            .AddSingleton<ReceiveCalendarEvents>()
            .AddSingleton<WatchedMailboxes>()
            .AddSingleton<MeetingChatRegister>()
            .AddSingleton<AnswerAttendees>()
            .AddSingleton<SettleCalendarConflict>()
            .AddSingleton<ReinstateMeeting>()
            .AddSingleton<ReadAttendance>()
            .AddSingleton<ReadEvent>()
            .AddSingleton<LinkMeetingChat>()
            .AddSingleton<ProcessCalendarInbox>()
            .AddJob<ProcessCalendarInbox>(
                new("read-calendar", JobGroup.Microsoft365, JobSchedule.Every(Duration.FromSeconds(5)), Duration.FromMinutes(15)),
                (job, token) => job.HandleAsync(token))
            .AddSingleton<IChatFeature, InvitationChat>();
    }
}
