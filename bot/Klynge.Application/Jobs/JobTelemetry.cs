using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Klynge.Application.Jobs;

/// <summary>A span, a counter and a duration for each run. Whoever exports them listens to <see cref="Name"/>.</summary>
public static class JobTelemetry
{
    public const string Name = "Klynge.Jobs";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Runs = Meter.CreateCounter<long>("klynge.job.runs", "{run}");
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("klynge.job.duration", "s");

    internal static ActivitySource Source { get; } = new(Name);

    internal static void Record(string job, JobOutcome outcome, TimeSpan took)
    {
        var tags = new TagList { { "job", job }, { "outcome", outcome.ToString() } };
        Runs.Add(1, tags);
        Durations.Record(took.TotalSeconds, tags);
    }
}
