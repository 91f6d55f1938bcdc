using Klynge.Application.Jobs;
using Klynge.Application.Ports;
using Klynge.Microsoft365.Attendance;
using Klynge.Microsoft365.Calendar;
using Klynge.Microsoft365.Checks;
using Klynge.Microsoft365.Documents;
using Klynge.Microsoft365.Graph;
using Klynge.Microsoft365.Mails;
using Klynge.Microsoft365.Notifications;
using Klynge.Microsoft365.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Graph;

namespace Klynge.Microsoft365;

public static class Microsoft365Services
{
    /// <summary>
    /// Connects the ports to Microsoft 365. Call it after <c>AddKlyngeApplication</c>, whose ports it replaces; with
    /// <see cref="Microsoft365Mode.Off"/> it adds nothing.
    /// </summary>
    public static IServiceCollection AddMicrosoft365(this IServiceCollection services, Microsoft365Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings);
        if (settings.Mode == Microsoft365Mode.Off)
            return services;

        return services
            .AddSingleton(new GraphHosts(settings.GraphUrl))
            .AddSingleton<GraphServiceClient>(provider => GraphClients.Create(settings, provider.GetRequiredService<GraphHosts>()))
            .AddCalendar()
            .AddWatching()
            .AddSharePoint()
            .AddMail()
            .AddChecks();
    }

    private static IServiceCollection AddCalendar(this IServiceCollection services) => services
        .AddSingleton<OnlineMeetings>()
        .Replace(ServiceDescriptor.Singleton<IMeetingCalendar, GraphCalendar>())
        .Replace(ServiceDescriptor.Singleton<IAttendanceReports, GraphAttendance>());

    private static IServiceCollection AddWatching(this IServiceCollection services) => services
        .AddSingleton<GraphWebhook>()
        .AddSingleton<WatchStore>()
        .AddSingleton<GraphSubscriptions>()
        .AddSingleton<CalendarDelta>()
        .AddJob<SubscribeToCalendars>()
        .AddJob<SyncCalendars>();

    private static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton(provider => MailSettings.Read(provider.GetRequiredService<IConfiguration>()))
        .Replace(ServiceDescriptor.Singleton<IMailer, GraphMailer>());
}
