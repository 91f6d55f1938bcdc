using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

public sealed record TextInput(string Id, string Label) : CardInput(Id, Label)
{
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMultiline { get; init; }

    public int? MaxLength { get; init; }

    public TextInputStyle? Style { get; init; }

    /// <summary>A regular expression that the client checks; the bot must check again.</summary>
    public string? Regex { get; init; }

    /// <summary>A button in the input's own line; on a single-line input Enter presses it.</summary>
    public CardAction? InlineAction { get; init; }
}
