using Microsoft.Extensions.Logging;

namespace Klynge.Application.Telemetry;

/// <summary>
/// Writes into the log that jobs run and how the outbox is, for alerts where nobody collects metrics: what is missing for an hour means
/// that no host runs the jobs. <c>infra/modules/alerts.bicep</c> looks for these words.
/// </summary>
public sealed partial class WatchBacklog(BacklogMeters backlog, ILogger<WatchBacklog> logger)
{
    internal static readonly TimeSpan Old = TimeSpan.FromMinutes(10);

    public Task HandleAsync()
    {
        var age = TimeSpan.FromSeconds(backlog.AgeOfOldest());
        LogChecked((long)age.TotalSeconds);
        if (age > Old)
            LogOld((long)age.TotalMinutes);

        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Backlog checked: the oldest message is {Seconds} s old")]
    private partial void LogChecked(long seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox message has waited {Minutes} minutes")]
    private partial void LogOld(long minutes);
}
