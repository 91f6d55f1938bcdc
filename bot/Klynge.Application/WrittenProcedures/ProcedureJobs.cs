using Klynge.Application.Jobs;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Scheduling;
using Klynge.Application.WrittenProcedures.Voting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>All that written procedures do by themselves. Each finds its own work in the database.</summary>
internal static class ProcedureJobs
{
    /// <summary>A vote after the deadline is refused by the clock, not by the closing, which may therefore come a moment later.</summary>
    private static readonly JobSchedule Soon = JobSchedule.Every(Duration.FromSeconds(10));

    private static readonly JobSchedule WithinTheMinute = JobSchedule.Every(Duration.FromSeconds(30));
    private static readonly Duration Grace = Duration.FromMinutes(10);

    internal static IServiceCollection AddProcedureJobs(this IServiceCollection services) => services
        .AddJob<CloseDueProcedures>(new("close-procedures", JobGroup.Procedures, Soon, Grace), (job, token) => job.HandleAsync(token))
        .AddJob<OpenPlannedProcedures>(new("open-planned-procedures", JobGroup.Procedures, Soon, Grace), (job, token) => job.HandleAsync(token))
        .AddJob<SendProcedureReminders>(new("remind-voters", JobGroup.Procedures, WithinTheMinute, Grace), (job, token) => job.HandleAsync(token))
        .AddJob<EndConsultations>(new("end-consultations", JobGroup.Procedures, WithinTheMinute, Grace), (job, token) => job.HandleAsync(token))
        .AddJob<PlaceFollowUps>(new("place-follow-ups", JobGroup.Procedures, WithinTheMinute, Grace), (job, token) => job.HandleAsync(token))
        .AddJob<FindClosedDocuments>(new("find-closed-documents", JobGroup.Documents, JobSchedule.Every(Duration.FromHours(6)), Duration.FromHours(12)), (job, token) => job.HandleAsync(token))
        .AddJob<MoveClosedDocuments>(new("move-closed-documents", JobGroup.Documents, Soon, Duration.FromHours(1)), (job, token) => job.HandleAsync(token))
        .AddJob<StoreProcedureDocuments>(new("store-procedure-documents", JobGroup.Documents, Soon, Duration.FromHours(1)), (job, token) => job.HandleAsync(token));
}
