using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Klynge.Microsoft365.Graph;

/// <summary>How often, and for how long, Graph asks to be left alone. Whoever exports it listens to <see cref="Name"/>.</summary>
public static class GraphTelemetry
{
    public const string Name = "Klynge.Graph";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Throttled =
        Meter.CreateCounter<long>("klynge.graph.throttled", "{response}", "Answers by which Graph asked for a pause.");

    private static readonly Counter<double> Waited =
        Meter.CreateCounter<double>("klynge.graph.throttled.wait", "s", "Time that calls have waited because of it before they were tried again.");

    /// <param name="operation">One of a few words of ours, see <see cref="GraphOperation"/>.</param>
    /// <param name="status">429 or 503.</param>
    internal static void Throttle(string operation, int status) => Throttled.Add(1, new TagList { { "operation", operation }, { "status", status } });

    internal static void Wait(string operation, TimeSpan time) => Waited.Add(time.TotalSeconds, new KeyValuePair<string, object?>("operation", operation));
}
