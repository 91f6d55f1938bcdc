using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>Anything that stands in a card's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceSetInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(TimeInput), "Input.Time")]
[JsonDerivedType(typeof(NumberInput), "Input.Number")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
public abstract record CardElement
{
    /// <summary>The target of a <see cref="ToggleVisibilityAction"/>; for an input the name of its value. Unique in the card.</summary>
    [JsonPropertyOrder(-2)]
    public string? Id { get; init; }

    /// <summary>Null is visible.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>The space above the element.</summary>
    public Spacing? Spacing { get; init; }

    /// <summary>A line above the element.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Separator { get; init; }

    /// <summary><c>auto</c> or <c>stretch</c>.</summary>
    public ElementHeight? Height { get; init; }
}
