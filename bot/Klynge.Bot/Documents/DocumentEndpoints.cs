using System.Net.Mime;
using Klynge.Application.Documents;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Ports;
using Klynge.Bot.Security;
using Klynge.Bot.Workbench;
using Microsoft.AspNetCore.StaticFiles;

namespace Klynge.Bot.Documents;

/// <summary>
/// Opens the documents of the folder that stands in for SharePoint. In a tenant for the person of a pass, which the button on a card sends,
/// for what that person may read at that moment. In local mode the links on cards lead straight to them, for this machine alone, as the
/// workbench itself. Where SharePoint keeps the documents nothing is mapped.
/// </summary>
internal static class DocumentEndpoints
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    internal static IEndpointRouteBuilder MapDocuments(this IEndpointRouteBuilder app, bool isLocal)
    {
        if (!isLocal && app.ServiceProvider.GetRequiredService<IDocumentLibrary>() is not FolderDocumentLibrary)
            return app;

        app.MapGet($"/{DocumentLinks.PagePath}/{{pass}}", OpenByPassAsync).ForThisMachine(isLocal);
        foreach (var folder in new[] { "{forum}", $"{{forum}}/{DocumentPath.ClosedFolder}" })
            app.MapGet($"/{DocumentLinks.PagePath}/{folder}/{{year}}/{{name}}", isLocal ? (Delegate)OpenHereAsync : SayWhere).ForThisMachine(isLocal);

        return app;
    }

    /// <summary>Made up, run out, not the person's any more, gone: all the same answer.</summary>
    private static async Task<IResult> OpenByPassAsync(
        string pass, HttpContext context, DocumentPasses passes, IDocumentLibrary library, CancellationToken cancellationToken)
    {
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return await passes.ReadAsync(pass, cancellationToken) is { } path && await library.OpenAsync(path, cancellationToken) is { } content
            ? File(path, content)
            : Results.Text(Texts.PassIsOver, statusCode: StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> OpenHereAsync(
        string forum, string year, string name, string? seal, HttpContext context, DocumentLinks links, IDocumentLibrary library, CancellationToken cancellationToken)
    {
        var isClosed = context.Request.Path.StartsWithSegments($"/{DocumentLinks.PagePath}/{forum}/{DocumentPath.ClosedFolder}", StringComparison.Ordinal);
        var folder = isClosed ? $"{forum}/{DocumentPath.ClosedFolder}" : forum;
        return links.Read($"{folder}/{year}/{name}", seal) is { } path && await library.OpenAsync(path, cancellationToken) is { } content
            ? File(path, content)
            : Results.NotFound();
    }

    /// <summary>The same for every address, whatever it names: it says nothing of what there is.</summary>
    private static IResult SayWhere() => Results.Text(Texts.OpenFromTeams, statusCode: StatusCodes.Status404NotFound);

    /// <summary>To be saved or opened by its own program, never run as a page of this host.</summary>
    private static IResult File(DocumentPath path, Stream content) =>
        Results.File(content, ContentTypes.TryGetContentType(path.Name, out var type) ? type : MediaTypeNames.Application.Octet, path.Name);
}
