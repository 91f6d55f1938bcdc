namespace Klynge.Bot.Telemetry;

internal static class TelemetryServices
{
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

        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            builder.Services.AddHostedService<TelemetryExport>();
        }
    }
}
