using Klynge.Application.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klynge.Telemetry;

public static class TelemetryExportServices
{
    /// <summary>Traces and metrics over OTLP when an endpoint is set, by OpenTelemetry's own variables; nothing at all without one.</summary>
    /// <param name="service">What the host is called in them, unless <c>OTEL_SERVICE_NAME</c> names it.</param>
    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, IConfiguration configuration, string service)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])
            ? services
            : services.AddSingleton<IHostedService>(provider => new TelemetryExport(service, provider.GetRequiredService<BacklogMeters>()));
    }
}
