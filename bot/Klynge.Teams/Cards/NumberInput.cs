namespace Klynge.Teams.Cards;

public sealed record NumberInput(string Id, string Label) : CardInput(Id, Label)
{
    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public string? Placeholder { get; init; }
}
