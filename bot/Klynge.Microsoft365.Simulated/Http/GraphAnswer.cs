using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Klynge.Microsoft365.Simulated.Http;

/// <summary>Answers in Graph's form.</summary>
public static class GraphAnswer
{
    public static IResult Json(JsonNode body, int status = StatusCodes.Status200OK) =>
        Results.Text(body.ToJsonString(), "application/json; charset=utf-8", statusCode: status);

    /// <summary>A collection, with the link to its next page where there is one.</summary>
    public static IResult Page(IEnumerable<JsonNode> items, string? nextLink = null, string? deltaLink = null)
    {
        var body = new JsonObject { ["value"] = new JsonArray([.. items]) };
        if (nextLink is not null)
            body["@odata.nextLink"] = nextLink;

        if (deltaLink is not null)
            body["@odata.deltaLink"] = deltaLink;

        return Json(body);
    }

    public static IResult NoContent() => Results.NoContent();

    /// <summary>A refusal as Graph words it.</summary>
    /// <param name="status">The status.</param>
    /// <param name="code">Graph's name for it, such as <c>ErrorItemNotFound</c>.</param>
    /// <param name="message">For a developer.</param>
    public static IResult Error(int status, string code, string message = "The request was refused.") =>
        Json(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, status);
}
