using System.Text.Json.Nodes;
using Klynge.Microsoft365.Simulated.Http;
using Microsoft.AspNetCore.Http;

namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>A library's columns, and what they say of a file.</summary>
internal sealed class ColumnRequests(Func<FakeCall, Func<SimulatedSite, SimulatedLibrary, IResult>, IResult> inList)
{
    internal void Map(FakeRoutes routes)
    {
        routes.On("GET", "/v1.0/sites/{site}/lists/{list}/columns", call => inList(call, (_, library) =>
            GraphAnswer.Page(library.Columns.Select(column => DriveJson.Column(column.Key, column.Value))))).Query("$select");
        routes.On("POST", "/v1.0/sites/{site}/lists/{list}/columns", call => inList(call, (site, library) => Create(call, site, library)))
            .Body("name", "displayName", "indexed", "text", "dateTime", "choice");
        routes.On("PATCH", "/v1.0/sites/{site}/lists/{list}/items/{row}/fields", call => inList(call, (_, library) => Set(call, library))).RawBody();
    }

    private static IResult Create(FakeCall call, SimulatedSite site, SimulatedLibrary library)
    {
        var name = (string?)call.Body["name"];
        return !site.MayManage ? DriveArea.Denied()
            : name is null || (string?)call.Body["displayName"] is not { } title ? call.Unexpected("a column without a name")
            : !library.Columns.TryAdd(name, title) ? GraphAnswer.Error(StatusCodes.Status409Conflict, "nameAlreadyExists")
            : GraphAnswer.Json(DriveJson.Column(name, title), StatusCodes.Status201Created);
    }

    private static IResult Set(FakeCall call, SimulatedLibrary library)
    {
        if (library.FindRow(call.Route("row")) is not { } file)
            return GraphAnswer.Error(StatusCodes.Status404NotFound, "itemNotFound");

        if (call.Header("If-Match") is not { } seen)
            return call.Unexpected("columns set on whatever is there");

        if (seen != file.RowETag)
            return GraphAnswer.Error(StatusCodes.Status412PreconditionFailed, "resourceModified");

        var values = call.Body.Where(pair => !pair.Key.StartsWith('@')).ToDictionary(pair => pair.Key, pair => (string?)pair.Value ?? string.Empty, StringComparer.Ordinal);
        if (values.Keys.FirstOrDefault(column => !library.Columns.ContainsKey(column)) is { } unknown)
            return GraphAnswer.Error(StatusCodes.Status400BadRequest, "invalidRequest", $"Field '{unknown}' is not recognized");

        library.SetColumns(file, values, DriveArea.Application);
        return GraphAnswer.Json(new JsonObject(file.Columns.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value))));
    }
}
