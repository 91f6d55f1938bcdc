namespace Klynge.Bot.Telemetry;

internal static class TelemetryServices
{
    /// <summary>The setting by which every program that speaks OpenTelemetry is told where to send.</summary>
    internal const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>
    /// Traces and metrics over OTLP when an endpoint is set, by OpenTelemetry's own variables; and logs as JSON lines outside
    /// Development, for a machine to read.
    /// </summary>
    internal static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders().AddJsonConsole(console => console.UseUtcTimestamp = true);
        }

        if (!string.IsNullOrEmpty(builder.Configuration[Endpoint]))
        {
            builder.Services.AddHostedService<TelemetryExport>();
        }
    }
}
