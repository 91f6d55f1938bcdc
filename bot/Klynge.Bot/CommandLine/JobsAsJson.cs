using System.Text.Encodings.Web;
using System.Text.Json;
using Klynge.Application.Jobs;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Bot.CommandLine;

/// <summary><c>jobs --json</c>: nothing but JSON on standard output; instants in UTC.</summary>
internal static class JobsAsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static async Task WriteAsync(IReadOnlyList<JobView> jobs, CancellationToken cancellationToken)
    {
        await using var output = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(output, new { Jobs = jobs.Select(Row) }, Options, cancellationToken);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }

    private static object Row(JobView job) => new
    {
        job.Job.Name,
        Group = job.Job.Group.ToString(),
        Schedule = JobsTexts.Schedule(job.Job.Schedule),
        LastRun = Utc(job.State?.StartedAt),
        LastOutcome = job.State?.Outcome?.ToString(),
        LastSuccess = Utc(job.State?.SucceededAt),
        NextRun = Utc(job.State?.NextRunAt),
        DueSince = Utc(job.State?.DueAt),
        FailuresInARow = job.State?.FailuresInARow ?? 0,
        job.State?.Failure,
        job.IsRunning,
        job.IsOverdue,
    };

    private static string? Utc(Instant? instant) => instant is { } known ? InstantPattern.ExtendedIso.Format(known) : null;
}
