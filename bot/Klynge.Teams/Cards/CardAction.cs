using System.Text.Json.Nodes;
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
        ArgumentNullException.ThrowIfNull(title);
        if (title.Length > 0 || this is not ToggleVisibilityAction)
            ArgumentException.ThrowIfNullOrWhiteSpace(title);

        Title = title;
    }

    [JsonPropertyOrder(-2)]
    public string? Id { get; init; }

    /// <summary>
    /// The button's text; of a <c>selectAction</c> the name that is read aloud in place of what stands in the element. An element with text
    /// of its own has that for its name, so its <see cref="ToggleVisibilityAction"/> has none, and says in <see cref="Tooltip"/> what it does.
    /// </summary>
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

/// <summary>
/// A button that the bot carries out. A client that does not know <c>Action.Execute</c> gets a fallback <c>Action.Submit</c>,
/// made here so that no card can forget it, and the router leads both to the same handler.
/// </summary>
/// <param name="Verb">The name that the handler is registered under.</param>
public sealed record ExecuteAction(string Title, string Verb) : CardAction(Title)
{
    /// <summary>
    /// Strings, numbers and booleans that alone are enough to carry the action out. They come back as untrusted input, with the
    /// values of the inputs laid over them under the inputs' ids; the name <c>verb</c> is taken.
    /// </summary>
    public JsonObject? Data { get; init; }

    /// <summary><see cref="AssociatedInputs.None"/> sends no inputs and lets the button work while a required one is empty.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    public CardAction Fallback => SubmitAction.StandingInFor(this);
}

/// <summary>Only ever the fallback of an <see cref="ExecuteAction"/>; it arrives as a message with the data as its value.</summary>
public sealed record SubmitAction : CardAction
{
    internal const string VerbProperty = "verb";

    private SubmitAction(string title)
        : base(title)
    {
    }

    public required JsonObject Data { get; init; }

    public AssociatedInputs? AssociatedInputs { get; init; }

    internal static SubmitAction StandingInFor(ExecuteAction action)
    {
        var data = (JsonObject?)action.Data?.DeepClone() ?? [];
        data[VerbProperty] = action.Verb;
        return new SubmitAction(action.Title)
        {
            Data = data,
            Style = action.Style,
            Tooltip = action.Tooltip,
            Mode = action.Mode,
            IconUrl = action.IconUrl,
            IsEnabled = action.IsEnabled,
            AssociatedInputs = action.AssociatedInputs,
        };
    }
}

public sealed record OpenUrlAction : CardAction
{
    /// <exception cref="ArgumentException">The address is not absolute, or neither http nor https nor mailto nor msteams.</exception>
    public OpenUrlAction(string title, Uri url)
        : base(title)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http" or "mailto" or "msteams"))
            throw new ArgumentException("An absolute https, http, mailto or msteams address is needed.", nameof(url));
        Url = url.AbsoluteUri;
    }

    public string Url { get; }
}

/// <summary>Unfolds a small card under the buttons.</summary>
public sealed record ShowCardAction(string Title, AdaptiveCard Card) : CardAction(Title);

/// <summary>Opens and closes elements in place, on the client alone.</summary>
/// <param name="TargetElements">Ids of elements of the same card; each is turned over.</param>
public sealed record ToggleVisibilityAction(string Title, params IReadOnlyList<string> TargetElements) : CardAction(Title);
