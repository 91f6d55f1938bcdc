using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Klynge.Teams.Routing;

/// <summary>Where the library's spans and measurements come from; subscribe to them by <see cref="Name"/>.</summary>
public static class TeamsTelemetry
{
    public const string Name = "Klynge.Teams";

    internal static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Turns =
        Meter.CreateCounter<long>("klynge.teams.turns", "{turn}", "Activities that were led to a handler.");

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("klynge.teams.turn.duration", "s", "How long the handler took.");

    private static readonly Counter<long> Refusals =
        Meter.CreateCounter<long>("klynge.teams.refusals", "{request}", "Callers that were turned away before any handler.");

    private static readonly Counter<long> Retries =
        Meter.CreateCounter<long>("klynge.teams.connector.retries", "{call}", "Calls of the channel that had to wait for another try.");

    /// <summary>Every tag is one of a few words of ours: a route that was registered, so that callers cannot invent tags, and what it came to.</summary>
    internal static void Turn(string route, string outcome, TimeSpan took)
    {
        var kind = route.IndexOf(':', StringComparison.Ordinal) is > 0 and var end ? route[..end] : route;
        var tags = new TagList { { "route", route }, { "kind", kind }, { "outcome", outcome } };
        Turns.Add(1, tags);
        Duration.Record(took.TotalSeconds, tags);
    }

    internal static void Refused(string reason) => Refusals.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <param name="status">429 is the channel's throttling; none when no connection came about.</param>
    internal static void Retried(int? status) => Retries.Add(1, new KeyValuePair<string, object?>("status", status));
}
