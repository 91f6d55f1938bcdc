using Klynge.Bot.Workbench.Chats;
using Klynge.Bot.Workbench.Delivery;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Options;

namespace Klynge.Bot.Workbench.Api;

/// <summary>What the page reads: the board and the stored documents.</summary>
internal static class BoardEndpoints
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static void MapBoard(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/board", BoardAsync);
        endpoints.MapGet("/api/documents", DocumentsAsync);
        endpoints.MapGet("/document", DocumentAsync);
    }

    private static async Task<IResult> BoardAsync(
        IWorkbenchDirectory directory,
        IServiceProvider services,
        ChatStore chats,
        TeamsActivities activities,
        IOptions<WorkbenchOptions> options,
        CancellationToken cancellationToken)
    {
        var bot = new ChatSender(activities.BotId, options.Value.BotName, IsBot: true);
        var hasDocuments = services.GetService<IWorkbenchDocuments>() is not null;
        var view = BoardView.Of(await directory.GetAsync(cancellationToken), bot, chats, hasDocuments, services.GetService<IWorkbenchCalendar>() is not null);
        return Results.Json(view, WorkbenchJson.Default.BoardView);
    }

    private static async Task<IResult> DocumentsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var documents = services.GetService<IWorkbenchDocuments>();
        var list = documents is null ? [] : await documents.ListAsync(cancellationToken);
        return Results.Json([.. list.Select(DocumentView.Of)], WorkbenchJson.Default.IReadOnlyListDocumentView);
    }

    /// <summary>Always as a download: what was stored is never shown as a page of ours.</summary>
    private static async Task<IResult> DocumentAsync(string id, IServiceProvider services, CancellationToken cancellationToken)
    {
        var documents = services.GetService<IWorkbenchDocuments>();
        var content = documents is null ? null : await documents.OpenAsync(id, cancellationToken);
        if (content is null)
            return Results.NotFound();

        var name = id[(id.LastIndexOf('/') + 1)..];
        var type = ContentTypes.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        return Results.File(content, type, name);
    }
}
