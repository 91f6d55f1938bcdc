namespace Klynge.Application.Forums.Members.Pages;

/// <summary>How a field of a page's form is filled in.</summary>
public enum FieldKind
{
    Text = 1,

    /// <summary>Several lines.</summary>
    Lines,

    /// <summary>A day as 2027-01-31.</summary>
    Day,

    /// <summary>One of <see cref="FormField.Choices"/>.</summary>
    Choice,

    Email,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A tick: »true«, or nothing.</summary>
    Check,

    /// <summary>Not shown: what was typed waits for what it belongs to.</summary>
    Hidden,
}

/// <summary>A field with what stands in it.</summary>
/// <param name="Name">As it is posted: <c>organisation</c>, <c>quorum.share</c>.</param>
/// <param name="Value">What stands in it: as it is on record, or as somebody typed it.</param>
/// <param name="Was">What was on record when the form was drawn. What is typed over it is a change; what nobody touched says nothing.</param>
public sealed record FormField(string Name, string Label, FieldKind Kind, string Value, string Was)
{
    /// <summary>What may be chosen: what is posted, and what people see.</summary>
    public IReadOnlyList<(string Value, string Text)> Choices { get; init; } = [];

    public string? Hint { get; init; }

    /// <summary>The heading over it and those beside it; null for none.</summary>
    public string? Group { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Why what is typed in it cannot be; null where it can.</summary>
    public string? Problem { get; init; }

    internal bool IsChanged => Value != Was;

    /// <summary>The field as somebody sent it: <c>Was</c> is what they saw.</summary>
    internal FormField Typed(TypedForm typed) => this with { Value = typed.Of(Name) ?? Value, Was = typed.WasOf(Name) ?? Was };

    /// <summary>What to call a value: the words of the choice, not what is posted.</summary>
    internal string Shown(string value) => Choices.FirstOrDefault(choice => choice.Value == value).Text ?? value.Replace('\n', ';');
}
