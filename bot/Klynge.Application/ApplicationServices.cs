using Klynge.Application.Agendas;
using Klynge.Application.Attendance;
using Klynge.Application.Audit;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Guidance;
using Klynge.Application.Invitations;
using Klynge.Application.Jobs;
using Klynge.Application.Mails;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Application.Messaging.Accounts;
using Klynge.Application.Minutes;
using Klynge.Application.MyCases;
using Klynge.Application.Outbox;
using Klynge.Application.Seals;
using Klynge.Application.Search;
using Klynge.Application.Telemetry;
using Klynge.Application.Workspace;
using Klynge.Application.WrittenProcedures;
using Klynge.Teams.Hosting;
using Klynge.Teams.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application;

public static class ApplicationServices
{
    /// <summary>Registers every feature. The host adds the edges: the channel, the web server, what runs by itself.</summary>
    public static IServiceCollection AddKlyngeApplication(this IServiceCollection services, ApplicationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return services
            .AddSingleton(settings)
            .AddSingleton(TimeProvider.System)
            .AddKlyngeData(settings.ConnectionString, settings.IdentityClientId)
            .AddChat()
            .AddJobs()
            .AddSingleton<BacklogMeters>()
            .AddMails()
            .AddOutbox()
            .AddMeetings()
            .AddAgendas()
            .AddAttendance()
            .AddInvitations()
            .AddWrittenProcedures()
            .AddDocuments()
            .AddForums()
            .AddPeopleLists()
            .AddMembers()
            .AddMinutes()
            .AddDeadlines()
            .AddSearch()
            .AddMyCases()
            .AddHelp()
            .AddAudit()
            .AddSeals()
            .AddWorkspacePages();
    }

    private static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<OutboxDelivery>()
        .AddSingleton<OutboxStore>()
        .AddSingleton<OutboxSender>()
        .AddSingleton<ILateReplies, LateReplies>()
        .AddOutboxJobs()
        .AddSingleton<ForgetActivities>()
        .AddJob<ForgetActivities>(
            new("forget-activities", JobGroup.Outbox, JobSchedule.DailyAt(new LocalTime(3, 15)), Grace: Duration.FromDays(2)),
            (job, token) => job.HandleAsync(token))
        .AddSingleton<WatchBacklog>()
        .AddJob<WatchBacklog>(
            new("watch-backlog", JobGroup.Outbox, JobSchedule.Every(Duration.FromMinutes(10)), Grace: Duration.FromHours(1)), (job, _) => job.HandleAsync())
        .AddSingleton<CopyDatabase>()
        .AddJob<CopyDatabase>(
            new("copy-database", JobGroup.Outbox, JobSchedule.DailyAt(new LocalTime(3, 40)), Grace: Duration.FromDays(2)),
            (job, token) => job.HandleAsync(token));

    private static IServiceCollection AddChat(this IServiceCollection services) => services
        .AddSingleton<SenderDirectory>()
        .AddSingleton<AccountClaims>()
        .AddSingleton<AnswerAccounts>()
        .AddSingleton<IChatFeature, AccountChat>()
        .AddSingleton<ConversationRegister>()
        .AddSingleton<WorkspaceLinks>()
        .AddSingleton<SharedCards>()
        .AddSingleton<Gate>()
        .AddSingleton<ChatAnswers>()
        .AddSingleton<RefusePress>()
        .AddSingleton<IRefusedActivities, RecordRefusedActivities>()
        .AddSingleton<IActivityModule, ChatModule>()
        .AddSingleton<Func<ChatRoutes>>(provider => provider.GetRequiredService<ChatRoutes>)
        .AddSingleton(provider =>
        {
            var routes = new ChatRoutes(provider.GetRequiredService<Gate>(), provider.GetRequiredService<RefusePress>());
            foreach (var feature in provider.GetServices<IChatFeature>())
                feature.Map(routes);

            return routes;
        });
}
