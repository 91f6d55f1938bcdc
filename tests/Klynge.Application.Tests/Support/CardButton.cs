using System.Text.Json.Nodes;

namespace Klynge.Application.Tests.Support;

/// <summary>A button of a card that the bot carries out.</summary>
/// <param name="Data">As JSON.</param>
internal sealed record CardButton(string Title, string Verb, string Data)
{
    /// <summary>All buttons of a card's JSON, wherever they stand; the fallback of each left out.</summary>
    internal static IReadOnlyList<CardButton> In(string card) => [.. Walk(JsonNode.Parse(card))];

    private static IEnumerable<CardButton> Walk(JsonNode? node)
    {
        if (node is JsonArray array)
            return array.SelectMany(Walk);

        if (node is not JsonObject element)
            return [];

        var inside = element.Where(property => property.Key != "fallback").SelectMany(property => Walk(property.Value));
        return (string?)element["type"] == "Action.Execute"
            ? inside.Prepend(new CardButton((string?)element["title"] ?? string.Empty, (string)element["verb"]!, element["data"]?.ToJsonString() ?? "{}"))
            : inside;
    }
}
