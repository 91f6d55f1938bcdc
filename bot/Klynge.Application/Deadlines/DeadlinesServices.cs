using Klynge.Application.Agreements;
using Klynge.Application.Chat;
using Klynge.Application.Deadlines.AnnualWheel;
using Klynge.Application.Deadlines.Calendar;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Jobs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Deadlines;

public static class DeadlinesServices
{
    public static IServiceCollection AddDeadlines(this IServiceCollection services) =>
        services
            .AddSingleton<DeadlineLookup>()
            .AddSingleton<PlanDeadlines>()
            .AddSingleton<SetDeadline>()
            .AddSingleton<FinishDeadline>()
            .AddSingleton<PostponeDeadline>()
            .AddSingleton<EditDeadline>()
            .AddSingleton<RemoveDeadline>()
            .AddSingleton<UndoDeadline>()
            .AddSingleton<RemindOfDeadline>()
            .AddSingleton<SendDeadlineReminders>()
            .AddSingleton<DeadlineJobs>()
            .AddSingleton<ChangeAnnualWheel>()
            .AddSingleton<DropAgreement>()
            .AddSingleton<EndRule>()
            .AddSingleton<AnswerFoundDeadline>()
            .AddSingleton<UndoDismissal>()
            .AddSingleton<CreateCalendarLink>()
            .AddSingleton<RevokeCalendarLink>()
            .AddSingleton<DeadlineCalendar>()
            .AddSingleton<IChatFeature, DeadlineChat>()
            .AddSingleton<IChatFeature, DeadlineEditChat>()
            .AddSingleton<IChatFeature, AgreementChat>()
            .AddSingleton<IChatFeature, RuleChat>()
            .AddSingleton<IChatFeature, GuestOfAgreement>()
            .AddSingleton<IChatFeature, WheelChat>()
            .AddSingleton<IChatFeature, FoundChat>()
            .AddSingleton<IChatFeature, CalendarLinkChat>()
            .AddJob<DeadlineJobs>(
                new("remind-of-deadlines", JobGroup.Deadlines, JobSchedule.Every(Duration.FromMinutes(1)), Duration.FromMinutes(15)),
                (jobs, token) => jobs.SweepAsync(token));
}
