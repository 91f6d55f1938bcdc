namespace Klynge.Teams.Cards;

/// <summary>A box to tick. Its value arrives as the text <c>true</c> or <c>false</c>.</summary>
/// <param name="Title">What stands beside the box.</param>
public sealed record ToggleInput(string Id, string Label, string Title) : CardInput(Id, Label)
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    public string Value { get; init; } = "false";

    public bool Wrap { get; init; } = true;
}
