using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Jobs;

public static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobRegistry>()
        .AddSingleton<JobStore>()
        .AddSingleton<JobRunner>()
        .AddSingleton<JobQueries>()
        .AddSingleton<JobHost>();

    /// <summary>Adds a job that needs a class of its own.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services)
        where TJob : class, IJob => services.AddSingleton<IJob, TJob>();

    /// <summary>Adds a job that is one use case, which is registered already.</summary>
    public static IServiceCollection AddJob<TUseCase>(
        this IServiceCollection services, JobDefinition definition, Func<TUseCase, CancellationToken, Task> run)
        where TUseCase : class =>
        services.AddSingleton<IJob>(provider => new UseCaseJob<TUseCase>(definition, provider, run));
}
