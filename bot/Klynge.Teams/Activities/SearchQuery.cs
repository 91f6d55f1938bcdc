using System.Text.Json;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Teams.Activities;

/// <summary>What somebody types in a field whose choices are searched for (<c>application/search</c>), read with suspicion.</summary>
/// <param name="Dataset">The card's <see cref="DataQuery.Dataset"/>; empty for none.</param>
/// <param name="Text">What is typed so far; empty for nothing.</param>
/// <param name="Skip">How many hits are shown already.</param>
/// <param name="Top">How many are wanted, from 1 to <see cref="MaxTop"/>.</param>
public sealed record SearchQuery(string Dataset, string Text, int Skip, int Top)
{
    /// <summary>Teams shows no more.</summary>
    public const int MaxTop = 15;

    public static SearchQuery Read(JsonElement value)
    {
        var data = new ActionData(value);
        var options = new ActionData(data.Json.ValueKind == JsonValueKind.Object && data.Json.TryGetProperty("queryOptions", out var given) ? given : null);
        return new SearchQuery(
            data.Text("dataset") ?? string.Empty,
            data.Text("queryText") ?? string.Empty,
            Math.Max(0, options.Integer("skip") ?? 0),
            Math.Clamp(options.Integer("top") ?? MaxTop, 1, MaxTop));
    }

    /// <summary>The answer: choices as they would stand in the card.</summary>
    public static InvokeResponse Answer(IReadOnlyList<Choice> hits) => InvokeResponse.Json(
        new SearchEnvelope(200, "application/vnd.microsoft.search.searchResponse", new SearchHits(hits)), CardJson.Context.SearchEnvelope);
}
