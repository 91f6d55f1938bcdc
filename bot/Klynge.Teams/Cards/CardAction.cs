using System.Text.Json.Serialization;

namespace Klynge.Teams.Cards;

/// <summary>A button, or what a press on an element does.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
public abstract record CardAction
{
    private protected CardAction(string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Title = title;
    }

    [JsonPropertyOrder(-2)]
    public string? Id { get; init; }

    /// <summary>The button's text; of a <c>selectAction</c> its accessible name.</summary>
    [JsonPropertyOrder(-1)]
    public string Title { get; }

    public ActionStyle? Style { get; init; }

    /// <summary>What a longer look tells; also read aloud.</summary>
    public string? Tooltip { get; init; }

    /// <summary><see cref="ActionMode.Secondary"/> puts the button behind "…".</summary>
    public ActionMode? Mode { get; init; }

    public string? IconUrl { get; init; }

    /// <summary>Null is enabled.</summary>
    public bool? IsEnabled { get; init; }
}
