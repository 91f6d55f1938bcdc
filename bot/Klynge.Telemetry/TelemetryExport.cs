using System.Reflection;
using Klynge.Application.Telemetry;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Klynge.Telemetry;

/// <summary>
/// Sends traces and metrics while the host runs, and the rest of them when it stops. Only sources whose tags are our own are
/// listened to: those of the HTTP client and of ASP.NET Core's requests carry addresses, and addresses carry names.
/// </summary>
internal sealed class TelemetryExport(string service, BacklogMeters backlog) : IHostedService, IDisposable
{
    private const string Everything = "Klynge.*";

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A caller's own decision not to sample is not ours: the channel's would switch every span off.
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(Describe)
            .SetSampler(new AlwaysOnSampler())
            .AddSource(Everything)
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(Describe)
            .AddMeter(Everything, "System.Runtime", "Microsoft.AspNetCore.Hosting")
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    /// <summary>Disposing sends what has gathered; the exporter's own timeout bounds it.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        (_traces, _metrics) = (null, null);
        backlog.Dispose();
    }

    /// <summary>A name given by <c>OTEL_SERVICE_NAME</c> comes last and wins.</summary>
    private void Describe(ResourceBuilder resource) => resource
        .AddService(service, serviceVersion: typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddEnvironmentVariableDetector();
}
