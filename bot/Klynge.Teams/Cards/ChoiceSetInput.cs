using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

public sealed record ChoiceSetInput(string Id, string Label, params IReadOnlyList<Choice> Choices) : CardInput(Id, Label)
{
    /// <summary>The chosen <see cref="Choice.Value"/>; several are joined by commas, so no value may hold one.</summary>
    public string? Value { get; init; }

    public ChoiceInputStyle? Style { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMultiSelect { get; init; }

    public string? Placeholder { get; init; }

    public bool Wrap { get; init; } = true;
}
