namespace Klynge.Teams.Cards;

/// <summary>All times are <c>HH:mm</c>, whatever the client shows.</summary>
public sealed record TimeInput(string Id, string Label) : CardInput(Id, Label)
{
    public string? Value { get; init; }

    public string? Min { get; init; }

    public string? Max { get; init; }

    public string? Placeholder { get; init; }
}
