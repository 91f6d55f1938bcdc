using System.Text.Json.Nodes;
using Klynge.Bot.Workbench.Chats;
using Microsoft.Extensions.Options;
using static Klynge.Bot.Workbench.Connector.ConnectorBody;

namespace Klynge.Bot.Workbench.Connector;

/// <summary>The calls by which a bot writes in a conversation, with Teams' own answers.</summary>
internal static class ConversationEndpoints
{
    private const string Activities = "/v3/conversations/{conversation}/activities";

    public static void MapConversations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/v3/conversations", CreateAsync);
        endpoints.MapPost(Activities, SendAsync);
        endpoints.MapPost(Activities + "/{activity}", SendAsync);
        endpoints.MapPut(Activities + "/{activity}", UpdateAsync);
        endpoints.MapDelete(Activities + "/{activity}", DeleteAsync);
    }

    private static async Task<IResult> SendAsync(
        string conversation, HttpRequest request, IWorkbenchDirectory directory, ConversationWriter writer)
    {
        var (activity, refusal) = await ReadActivityAsync(request);
        if (activity is null)
            return refusal!;

        var chat = new Roster(await directory.GetAsync(request.HttpContext.RequestAborted)).Chat(conversation);
        return chat is null
            ? ConnectorError.ConversationNotFound()
            : Answer(StatusCodes.Status201Created, writer.Write(chat, activity));
    }

    private static async Task<IResult> UpdateAsync(
        string conversation, string activity, HttpRequest request, IWorkbenchDirectory directory, ChatStore chats)
    {
        var (content, refusal) = await ReadActivityAsync(request);
        if (content is null)
            return refusal!;

        var chat = new Roster(await directory.GetAsync(request.HttpContext.RequestAborted)).Chat(conversation);
        if (chat is null)
            return ConnectorError.ConversationNotFound();
        return chats.Update(chat, activity, Content(content))
            ? Answer(StatusCodes.Status200OK, activity)
            : ConnectorError.ActivityNotFound();
    }

    private static async Task<IResult> DeleteAsync(
        string conversation, string activity, IWorkbenchDirectory directory, ChatStore chats, CancellationToken cancellationToken)
    {
        var chat = new Roster(await directory.GetAsync(cancellationToken)).Chat(conversation);
        if (chat is null)
            return ConnectorError.ConversationNotFound();
        return chats.Delete(chat, activity) ? Results.Ok() : ConnectorError.ActivityNotFound();
    }

    /// <summary>
    /// A personal chat is found, not made: the call is idempotent, and an activity that came along is sent without its id
    /// coming back. A post in a channel answers with the thread's id. A group chat is always refused.
    /// </summary>
    private static async Task<IResult> CreateAsync(
        HttpRequest request, IWorkbenchDirectory directory, ConversationWriter writer, IOptions<WorkbenchOptions> options)
    {
        var (body, refusal) = await ReadAsync(request);
        if (body is null)
            return refusal!;
        if (TextOf(body, "tenantId") is { } tenant && tenant != options.Value.TenantId)
            return ConnectorError.BadSyntax("Unknown tenant.");

        var roster = new Roster(await directory.GetAsync(request.HttpContext.RequestAborted));
        var isGroup = body["isGroup"] is JsonValue flag && flag.TryGetValue<bool>(out var group) && group;
        return isGroup ? PostInChannel(body, roster, writer) : OpenPersonalChat(body, roster, writer);
    }

    private static IResult OpenPersonalChat(JsonObject body, Roster roster, ConversationWriter writer)
    {
        if (body["members"] is not JsonArray { Count: 1 } members)
            return ConnectorError.BadSyntax("A personal conversation has exactly one member.");
        if (roster.Person(TextOf(members[0], "id")) is not { } person)
            return ConnectorError.BadSyntax("Invalid user identity in provided tenant.");

        var chat = Roster.PersonalChat(person);
        if (body["activity"] is JsonObject activity && TextOf(activity, "type") is not null)
            writer.Write(chat, activity);
        return Answer(StatusCodes.Status201Created, chat.Id);
    }

    private static IResult PostInChannel(JsonObject body, Roster roster, ConversationWriter writer)
    {
        var chat = roster.Chat(TextOf(body["channelData"]?["channel"], "id"));
        if (chat is not { Kind: ChatKind.Channel })
            return ConnectorError.BadSyntax("A bot cannot create a group chat.");
        if (body["activity"] is not JsonObject activity || TextOf(activity, "type") is null)
            return ConnectorError.BadSyntax("A thread in a channel starts with an activity.");

        var id = writer.Write(chat, activity);
        var thread = new JsonObject { ["id"] = $"{chat.Id};messageid={id}", ["activityId"] = id };
        return Results.Json(thread, WorkbenchJson.Default.JsonObject, statusCode: StatusCodes.Status201Created);
    }

    private static IResult Answer(int status, string id) =>
        Results.Json(new JsonObject { ["id"] = id }, WorkbenchJson.Default.JsonObject, statusCode: status);
}
