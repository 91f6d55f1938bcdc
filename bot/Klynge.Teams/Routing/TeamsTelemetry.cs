using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Klynge.Teams.Routing;

/// <summary>Where the library's spans and measurements come from; subscribe to them by <see cref="Name"/>.</summary>
public static class TeamsTelemetry
{
    public const string Name = "Klynge.Teams";

    internal static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    /// <summary>Tags: <c>route</c> (of the registered ones, so that callers cannot invent tags) and <c>outcome</c>.</summary>
    internal static readonly Counter<long> Turns =
        Meter.CreateCounter<long>("klynge.teams.turns", "{turn}", "Activities that were led to a handler.");

    internal static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("klynge.teams.turn.duration", "s", "How long the handler took.");
}
