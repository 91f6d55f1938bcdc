using System.Reflection;
using Klynge.Application.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Klynge.Telemetry;

public static class TelemetryExportServices
{
    private const string Everything = "Klynge.*";

    /// <summary>
    /// Traces and metrics over OTLP when an endpoint is set, by OpenTelemetry's own variables; nothing at all without one. Only sources
    /// whose tags are our own are listened to. The instrumentation of the HTTP client and of ASP.NET Core's requests stays off: it
    /// carries addresses, and addresses carry names.
    /// </summary>
    /// <param name="service">What the host is called in them, unless <c>OTEL_SERVICE_NAME</c> names it.</param>
    /// <param name="platform">What the host's platform adds, which must keep to the same rule.</param>
    public static IServiceCollection AddTelemetryExport(
        this IServiceCollection services, IConfiguration configuration, string service, Action<IOpenTelemetryBuilder>? platform = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return services;

        var telemetry = services.AddOpenTelemetry();
        platform?.Invoke(telemetry);
        telemetry
            .ConfigureResource(resource => Describe(resource, service))
            .WithTracing(AddTraces)
            .WithMetrics(AddMetrics);
        // Asked for while the provider is made, they outlive it: what waits is counted once more when the host ends.
        return services.ConfigureOpenTelemetryMeterProvider((provider, _) => provider.GetRequiredService<BacklogMeters>());
    }

    /// <summary>A caller's own decision not to sample is not ours: the channel's would switch every span off.</summary>
    private static void AddTraces(TracerProviderBuilder traces) => traces
        .SetSampler(new AlwaysOnSampler())
        .AddSource(Everything)
        .AddOtlpExporter();

    private static void AddMetrics(MeterProviderBuilder metrics) => metrics
        .AddMeter(Everything, "System.Runtime", "Microsoft.AspNetCore.Hosting")
        .AddOtlpExporter();

    /// <summary>A name given by <c>OTEL_SERVICE_NAME</c> comes last and wins.</summary>
    private static void Describe(ResourceBuilder resource, string service) => resource
        .AddService(service, serviceVersion: typeof(TelemetryExportServices).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddEnvironmentVariableDetector();
}
