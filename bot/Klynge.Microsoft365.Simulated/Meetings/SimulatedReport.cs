namespace Klynge.Microsoft365.Simulated.Meetings;

/// <summary>The attendance report of one run of a meeting.</summary>
public sealed record SimulatedReport
{
    public string Id { get; init; } = Guid.NewGuid().ToString();

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required IReadOnlyList<SimulatedRecord> Records { get; init; }
}
