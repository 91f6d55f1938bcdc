using System.Text.Json.Nodes;
using Klynge.Bot.Workbench.Chats;
using Klynge.Bot.Workbench.Delivery;
using Microsoft.AspNetCore.Mvc;

namespace Klynge.Bot.Workbench.Api;

/// <summary>A person drops a file into a chat, and the bot fetches it from where Teams has laid it.</summary>
internal static class FileEndpoints
{
    private const long LargestFile = 250 * 1024 * 1024;

    public static void MapFiles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/files", DropAsync).WithMetadata(new RequestSizeLimitAttribute(LargestFile));

    /// <summary>What the bot calls.</summary>
    public static void MapDownloads(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/files/{id}", (string id, FileShelf shelf) =>
            shelf.Open(id) is { } content ? Results.Stream(content, "application/octet-stream") : Results.NotFound());

    private static async Task<IResult> DropAsync(
        string person, string chat, string name, HttpRequest request, IWorkbenchDirectory directory, ChatStore chats, FileShelf shelf, TeamsActivities activities, BotGateway bot)
    {
        if (await ChatEndpoints.FindAsync(directory, person, chat, request.HttpContext.RequestAborted) is not var (from, to) || string.IsNullOrWhiteSpace(name))
            return Results.NotFound();

        var file = await shelf.PutAsync(request.Body, request.HttpContext.RequestAborted);
        var id = chats.NextId();
        chats.Add(to, id, new ChatSender(from.Id, from.Name, IsBot: false), new JsonObject { ["text"] = $"📎 {name}", ["textFormat"] = "plain" });
        return await ChatEndpoints.DeliverAsync(bot, id, activities.File(id, to, from, name, file), request);
    }
}
