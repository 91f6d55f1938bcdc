using System.Text.Json.Nodes;

namespace Klynge.Teams.Cards;

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
