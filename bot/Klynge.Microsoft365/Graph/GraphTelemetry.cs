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

/// <summary>What a request to Graph is about, as one of a few words: its path holds ids of people and names of files, and is told nobody.</summary>
internal static class GraphOperation
{
    internal const string Upload = "upload";

    /// <param name="url">With Graph's version first in its path.</param>
    internal static string Of(Uri? url)
    {
        var parts = url?.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return parts switch
        {
            [_, "sites" or "drives", ..] => "documents",
            [_, "subscriptions", ..] => "subscriptions",
            [_, "users", _, "onlineMeetings", _, "attendanceReports", ..] => "attendance",
            [_, "users", _, "onlineMeetings", ..] => "meetings",
            [_, "users", _, "sendMail"] => "mail",
            [_, "users", _, "events" or "calendar" or "calendarView", ..] => "calendar",
            _ => "other",
        };
    }
}
