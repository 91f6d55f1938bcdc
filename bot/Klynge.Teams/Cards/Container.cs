using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

public sealed record Container : CardElement
{
    public Container()
    {
    }

    public Container(params IReadOnlyList<CardElement> items) => Items = items;

    public IReadOnlyList<CardElement> Items { get; init; } = [];

    public ContainerStyle? Style { get; init; }

    /// <summary>What a press anywhere on it does; with <see cref="CardAction.Title"/> as its accessible name.</summary>
    public CardAction? SelectAction { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    /// <summary>Lets it reach into its parent's margins.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Bleed { get; init; }

    /// <summary>Such as <c>40px</c>.</summary>
    public string? MinHeight { get; init; }
}

/// <summary>Columns beside each other. They do not wrap: at 320 px three narrow ones are the most.</summary>
public sealed record ColumnSet : CardElement
{
    public ColumnSet()
    {
    }

    public ColumnSet(params IReadOnlyList<Column> columns) => Columns = columns;

    public IReadOnlyList<Column> Columns { get; init; } = [];

    public ContainerStyle? Style { get; init; }

    public CardAction? SelectAction { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Bleed { get; init; }
}

public sealed record Column
{
    public Column()
    {
    }

    public Column(params IReadOnlyList<CardElement> items) => Items = items;

    [JsonPropertyOrder(-2)]
    public string Type { get; } = "Column";

    [JsonPropertyOrder(-1)]
    public string? Id { get; init; }

    public IReadOnlyList<CardElement> Items { get; init; } = [];

    /// <summary><c>auto</c>, <c>stretch</c>, a share such as <c>2</c>, or pixels such as <c>40px</c>.</summary>
    public string Width { get; init; } = "stretch";

    public ContainerStyle? Style { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    public CardAction? SelectAction { get; init; }

    public Spacing? Spacing { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Separator { get; init; }

    public bool? IsVisible { get; init; }
}

/// <summary>Pairs of a name and a value, in two columns.</summary>
public sealed record FactSet([property: JsonPropertyOrder(-1)] params IReadOnlyList<Fact> Facts) : CardElement;

/// <summary>Both texts are Markdown: what a person wrote goes through <see cref="CardText.Escape"/> first.</summary>
public sealed record Fact(string Title, string Value);

/// <summary>Buttons within the body.</summary>
public sealed record ActionSet([property: JsonPropertyOrder(-1)] params IReadOnlyList<CardAction> Actions) : CardElement
{
    public HorizontalAlignment? HorizontalAlignment { get; init; }
}
