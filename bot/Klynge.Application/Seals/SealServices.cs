using Klynge.Application.Audit.Heads;
using Klynge.Application.Jobs;
using Klynge.Seal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Klynge.Application.Seals;

public static class SealServices
{
    /// <summary>What is sealed, by whatever seals; without <see cref="AddSealer"/> nothing does.</summary>
    internal static IServiceCollection AddSeals(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => SealSettings.Read(provider.GetService<IConfiguration>()).TryGet(out var settings, out var error)
            ? settings
            : throw new InvalidOperationException(error.Text));
        return services
            .AddSingleton<RequestSeals>()
            .AddSingleton<PackMinutes>()
            .AddSingleton<SealPackages>()
            .AddSingleton<NoteAuditHead>()
            .AddJob<SealPackages>(
                new("seal-packages", JobGroup.Documents, JobSchedule.Every(Duration.FromSeconds(20)), Grace: Duration.FromDays(1)),
                (job, token) => job.HandleAsync(token))
            .AddJob<NoteAuditHead>(
                new("note-audit-head", JobGroup.Documents, JobSchedule.DailyAt(new LocalTime(3, 25)), Grace: Duration.FromDays(2)),
                (job, token) => job.HandleAsync(token));
    }

    /// <summary>The sealer that the settings name; without any, a trial's own in local mode and none in a tenant.</summary>
    /// <param name="services">After <c>AddKlyngeApplication</c>.</param>
    /// <param name="configuration">Checked by <see cref="SealSettings.Read"/> before.</param>
    /// <param name="isLocal">There is no tenant: what is sealed is a trial.</param>
    public static IServiceCollection AddSealer(this IServiceCollection services, IConfiguration configuration, bool isLocal)
    {
        if (!SealSettings.Read(configuration).TryGet(out var settings, out _) || (!settings.HasKey && !isLocal))
            return services;

        return services.AddSingleton<ISealer>(provider =>
        {
            var surroundings = provider.GetRequiredService<ApplicationSettings>();
            return new ConfiguredSealer(settings, surroundings.DataDirectory, surroundings.IdentityClientId, provider.GetRequiredService<TimeProvider>());
        });
    }
}
