using System.Net;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Microsoft.AspNetCore.StaticFiles;

namespace Klynge.Bot.Documents;

/// <summary>
/// Opens the documents of the folder that stands in for SharePoint, for the links on cards. Nobody signs in to it, so it answers this
/// machine only; with SharePoint the links lead there and nothing is mapped.
/// </summary>
internal static class DocumentEndpoints
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    internal static IEndpointRouteBuilder MapDocuments(this IEndpointRouteBuilder app)
    {
        app.MapGet($"/{DocumentLinks.PagePath}/{{forum}}/{{year}}/{{name}}", OpenAsync);
        app.MapGet(
            $"/{DocumentLinks.PagePath}/{{forum}}/{DocumentPath.ClosedFolder}/{{year}}/{{name}}",
            (string forum, string year, string name, string? seal, HttpContext context, DocumentLinks links, IDocumentLibrary library, CancellationToken cancellationToken) =>
                OpenAsync($"{forum}/{DocumentPath.ClosedFolder}", year, name, seal, context, links, library, cancellationToken));
        return app;
    }

    private static async Task<IResult> OpenAsync(
        string forum, string year, string name, string? seal, HttpContext context, DocumentLinks links, IDocumentLibrary library, CancellationToken cancellationToken)
    {
        var isLocal = context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);
        if (!isLocal || links.Read($"{forum}/{year}/{name}", seal) is not { } path)
        {
            return Results.NotFound();
        }

        return await library.OpenAsync(path, cancellationToken) is { } content
            ? Results.File(content, ContentTypes.TryGetContentType(path.Name, out var type) ? type : "application/octet-stream", path.Name)
            : Results.NotFound();
    }
}
