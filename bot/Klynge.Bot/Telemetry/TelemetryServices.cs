using Klynge.Telemetry;

namespace Klynge.Bot.Telemetry;

internal static class TelemetryServices
{
    /// <summary>
    /// Traces and metrics where they are asked for, and logs as JSON lines outside Development, for a machine to read.
    /// </summary>
    internal static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
            builder.Logging.ClearProviders().AddJsonConsole(console => console.UseUtcTimestamp = true);

        builder.Services.AddTelemetryExport(builder.Configuration, "klynge-bot");
    }
}
