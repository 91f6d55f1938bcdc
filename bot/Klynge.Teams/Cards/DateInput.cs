namespace Klynge.Teams.Cards;

/// <summary>All dates are <c>yyyy-MM-dd</c>, whatever the client shows.</summary>
public sealed record DateInput(string Id, string Label) : CardInput(Id, Label)
{
    public string? Value { get; init; }

    public string? Min { get; init; }

    public string? Max { get; init; }

    public string? Placeholder { get; init; }
}
