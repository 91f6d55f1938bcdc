using System.Collections.Concurrent;
using Klynge.Microsoft365.Simulated.Http;
using Microsoft.AspNetCore.Http;

namespace Klynge.Microsoft365.Simulated.Drives;

/// <summary>Short-lived addresses on another host, each for one download and without a token.</summary>
internal sealed class DownloadAddresses
{
    private readonly ConcurrentDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    internal void Map(StandInRoutes routes) => routes.On("GET", "/sharepoint/downloads/{id}", call =>
        _contents.TryRemove(call.Route("id"), out var content)
            ? Results.Bytes(content, "application/octet-stream")
            : GraphAnswer.Error(StatusCodes.Status404NotFound, "itemNotFound")).Anonymous();

    internal IResult Redirect(StandInCall call, byte[] content)
    {
        var id = Guid.NewGuid().ToString("N");
        _contents[id] = content;
        return Results.Redirect($"http://localhost:{call.Http.Request.Host.Port}/sharepoint/downloads/{id}");
    }
}
