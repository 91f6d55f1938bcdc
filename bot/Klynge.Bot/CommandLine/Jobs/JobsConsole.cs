using System.Text.Encodings.Web;
using System.Text.Json;
using Klynge.Application.Jobs;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace Klynge.Bot.CommandLine.Jobs;

/// <summary>Shows the jobs in a terminal; the state is a word and a colour.</summary>
internal static class JobsConsole
{
    internal static void Show(IAnsiConsole console, IReadOnlyList<JobView> jobs)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns(JobsTexts.Name, JobsTexts.Plan, JobsTexts.Last, JobsTexts.Next, JobsTexts.Condition);
        foreach (var job in jobs)
        {
            var (words, colour) = Condition(job);
            table.AddRow(
                new Text(job.Job.Name),
                new Text(JobsTexts.Schedule(job.Job.Schedule)),
                new Text(job.State?.StartedAt is { } last ? JobsTexts.Moment(last) : JobsTexts.Never),
                new Text(job.State is { } state ? JobsTexts.Moment(state.NextRunAt) : string.Empty),
                new Text(words, new Style(colour)));
        }

        console.Write(table);
    }

    private static (string Words, Color Colour) Condition(JobView job)
    {
        if (job.State is not { } state)
            return (JobsTexts.Waiting, Color.Grey);

        var words = job switch
        {
            { IsRunning: true } => JobsTexts.Running,
            _ when state.FailuresInARow > 0 => JobsTexts.Failed(state.FailuresInARow, state.Failure),
            _ when state.Outcome is null => JobsTexts.Waiting,
            _ when state.Outcome == JobOutcome.Interrupted => JobsTexts.Interrupted,
            _ => JobsTexts.Fine,
        };
        return job.IsOverdue
            ? ($"{JobsTexts.Overdue(state.DueAt)}; {words}", Color.Red)
            : (words, state.FailuresInARow > 0 ? Color.Yellow : Color.Green);
    }
}

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
