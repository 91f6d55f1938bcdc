namespace Klynge.Teams.Connector;

public sealed record MeetingFacts
{
    public string? Id { get; init; }

    /// <summary>The id of the online meeting in Graph.</summary>
    public string? MsGraphResourceId { get; init; }

    public DateTimeOffset? ScheduledStartTime { get; init; }

    public DateTimeOffset? ScheduledEndTime { get; init; }

    public string? JoinUrl { get; init; }

    public string? Title { get; init; }

    public string? Type { get; init; }
}
