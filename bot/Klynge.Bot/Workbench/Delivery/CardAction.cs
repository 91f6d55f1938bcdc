using System.Text.Json.Nodes;

namespace Klynge.Bot.Workbench.Delivery;

/// <summary>A button of a card was pressed, or the card asks for its own refresh.</summary>
/// <param name="Card">The activity id of the message that carries the card.</param>
/// <param name="Id">The action's id, where it has one.</param>
/// <param name="Verb">The action's verb.</param>
/// <param name="Data">The action's data with the card's inputs merged in.</param>
/// <param name="Automatic">The client asked by itself, because of the card's <c>refresh</c>.</param>
internal sealed record CardAction(string Card, string? Id, string? Verb, JsonNode? Data, bool Automatic);
