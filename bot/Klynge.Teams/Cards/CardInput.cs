using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>Something to fill in. Its label is not optional: without one a screen reader announces "edit".</summary>
public abstract record CardInput : CardElement
{
    private protected CardInput(string id, string label)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        (Id, Label) = (id, CardText.Breakable(label));
    }

    /// <summary>A word in it that is too long for a phone, such as an address, can be broken: the renderer would widen the card for it.</summary>
    [JsonPropertyOrder(-1)]
    public string Label { get; }

    /// <summary>The client holds back the action until it is filled in; the bot must check again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsRequired { get; init; }

    /// <summary>What stands under the input when it is missing or out of range.</summary>
    public string? ErrorMessage { get; init; }
}

public sealed record TextInput(string Id, string Label) : CardInput(Id, Label)
{
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMultiline { get; init; }

    /// <summary>
    /// With it a client cuts a pasted text without a word; Teams counts it as a hint. Leave it out where people write, and refuse what is too
    /// long: then the form stays as it is, with all of the text.
    /// </summary>
    public int? MaxLength { get; init; }

    public TextInputStyle? Style { get; init; }

    /// <summary>A regular expression that the client checks; the bot must check again.</summary>
    public string? Regex { get; init; }

    /// <summary>A button in the input's own line; on a single-line input Enter presses it.</summary>
    public CardAction? InlineAction { get; init; }
}

public sealed record NumberInput(string Id, string Label) : CardInput(Id, Label)
{
    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public string? Placeholder { get; init; }
}

/// <summary>All dates are <c>yyyy-MM-dd</c>, whatever the client shows.</summary>
public sealed record DateInput(string Id, string Label) : CardInput(Id, Label)
{
    public string? Value { get; init; }

    public string? Min { get; init; }

    public string? Max { get; init; }

    public string? Placeholder { get; init; }
}

/// <summary>All times are <c>HH:mm</c>, whatever the client shows.</summary>
public sealed record TimeInput(string Id, string Label) : CardInput(Id, Label)
{
    public string? Value { get; init; }

    public string? Min { get; init; }

    public string? Max { get; init; }

    public string? Placeholder { get; init; }
}

/// <summary>A box to tick. Its value arrives as the text <c>true</c> or <c>false</c>.</summary>
/// <param name="Title">What stands beside the box.</param>
public sealed record ToggleInput(string Id, string Label, string Title) : CardInput(Id, Label)
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    public string Value { get; init; } = "false";

    public bool Wrap { get; init; } = true;
}

public sealed record ChoiceSetInput(string Id, string Label, params IReadOnlyList<Choice> Choices) : CardInput(Id, Label)
{
    /// <summary>The chosen <see cref="Choice.Value"/>; several are joined by commas, so no value may hold one.</summary>
    public string? Value { get; init; }

    /// <summary>Where more choices are searched for while somebody types; null where all of them stand here.</summary>
    [JsonPropertyName("choices.data")]
    public DataQuery? Search { get; init; }

    public ChoiceInputStyle? Style { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMultiSelect { get; init; }

    public string? Placeholder { get; init; }

    public bool Wrap { get; init; } = true;
}

public sealed record Choice(string Title, string Value);

/// <summary>
/// What a choice's further choices are searched in. The client sends what is typed as an invoke of <see cref="Activities.InvokeNames.Search"/>;
/// a client that cannot search shows the choices that stand in the card, so there must be another way to answer.
/// </summary>
/// <param name="Dataset">Comes back with each search, untrusted as all that a card sends.</param>
public sealed record DataQuery(string Dataset)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Data.Query";
}
