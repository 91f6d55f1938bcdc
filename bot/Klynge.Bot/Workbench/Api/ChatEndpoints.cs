using System.Text.Json.Nodes;
using Klynge.Bot.Workbench.Chats;
using Klynge.Bot.Workbench.Delivery;

namespace Klynge.Bot.Workbench.Api;

/// <summary>What the page asks for when the person at it does something in a chat.</summary>
internal static class ChatEndpoints
{
    private const int MaxMessageLength = 28_000;

    public static void MapChats(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/transcript", TranscriptAsync);
        endpoints.MapPost("/messages", WriteAsync);
        endpoints.MapPost("/actions", PressAsync);
        endpoints.MapPost("/meeting", MeetAsync);
        endpoints.MapPost("/install", InstallAsync);
        endpoints.MapPost("/read", ReadAsync);
    }

    private static async Task<IResult> TranscriptAsync(
        string person, string chat, IWorkbenchDirectory directory, ChatStore chats, CancellationToken cancellationToken)
    {
        if (await FindAsync(directory, person, chat, cancellationToken) is not var (_, found))
            return Results.NotFound();
        return Results.Json(chats.Transcript(found), WorkbenchJson.Default.IReadOnlyListChatMessage);
    }

    /// <summary>The message stands in the chat at once; the bot is told while the page waits, and may answer before this does.</summary>
    private static async Task<IResult> WriteAsync(
        HttpRequest request, IWorkbenchDirectory directory, ChatStore chats, TeamsActivities activities, BotGateway bot)
    {
        var written = await request.ReadFromJsonAsync(WorkbenchJson.Default.WriteRequest, request.HttpContext.RequestAborted);
        if (await FindAsync(directory, written?.Person, written?.Chat, request.HttpContext.RequestAborted) is not var (person, chat))
            return Results.NotFound();
        if (string.IsNullOrWhiteSpace(written!.Text) || written.Text.Length > MaxMessageLength)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);

        var id = chats.NextId();
        var content = new JsonObject { ["text"] = written.Text, ["textFormat"] = "plain" };
        chats.Add(chat, id, new ChatSender(person.Id, person.Name, IsBot: false), content);
        return await DeliverAsync(bot, id, activities.Message(id, chat, person, written.Text), request);
    }

    private static async Task<IResult> PressAsync(
        HttpRequest request, IWorkbenchDirectory directory, ChatStore chats, TeamsActivities activities, BotGateway bot)
    {
        var pressed = await request.ReadFromJsonAsync(WorkbenchJson.Default.PressRequest, request.HttpContext.RequestAborted);
        if (await FindAsync(directory, pressed?.Person, pressed?.Chat, request.HttpContext.RequestAborted) is not var (person, chat))
            return Results.NotFound();

        var id = chats.NextId();
        var action = new CardAction(pressed!.Card, pressed.Id, pressed.Verb, pressed.Data, pressed.Automatic);
        var activity = pressed.Submit
            ? activities.Submit(id, chat, person, pressed.Card, pressed.Data)
            : activities.CardAction(id, chat, person, action);
        return await DeliverAsync(bot, id, activity, request);
    }

    private static async Task<IResult> MeetAsync(
        HttpRequest request, IWorkbenchDirectory directory, ChatStore chats, TeamsActivities activities, BotGateway bot, IServiceProvider services)
    {
        var meeting = await request.ReadFromJsonAsync(WorkbenchJson.Default.MeetingRequest, request.HttpContext.RequestAborted);
        var found = await FindAsync(directory, meeting?.Person, meeting?.Chat, request.HttpContext.RequestAborted);
        if (found is not var (person, chat) || chat.Forum is null)
            return Results.NotFound();

        if (!meeting!.Started && services.GetService<IWorkbenchCalendar>() is { } calendar)
            await calendar.EndMeetingAsync(chat.Forum, request.HttpContext.RequestAborted);

        var id = chats.NextId();
        var activity = activities.MeetingEvent(id, chat, person, MeetingOfChat.Of(chat.Forum), meeting.Started);
        return await DeliverAsync(bot, id, activity, request);
    }

    private static async Task<IResult> InstallAsync(
        HttpRequest request, IWorkbenchDirectory directory, ChatStore chats, TeamsActivities activities, BotGateway bot)
    {
        var install = await request.ReadFromJsonAsync(WorkbenchJson.Default.InstallRequest, request.HttpContext.RequestAborted);
        if (await FindAsync(directory, install?.Person, install?.Chat, request.HttpContext.RequestAborted) is not var (person, chat))
            return Results.NotFound();

        var (joined, installed) = activities.Installation(chats.NextId(), chats.NextId(), chat, person);
        var answer = await bot.DeliverAsync(joined, request.HttpContext.RequestAborted);
        if (!answer.Accepted)
            return Answer(Delivered.Of(joined["id"]!.GetValue<string>(), answer));
        return await DeliverAsync(bot, installed["id"]!.GetValue<string>(), installed, request);
    }

    private static async Task<IResult> ReadAsync(HttpRequest request, IWorkbenchDirectory directory, ChatStore chats)
    {
        var read = await request.ReadFromJsonAsync(WorkbenchJson.Default.ReadRequest, request.HttpContext.RequestAborted);
        var person = new Roster(await directory.GetAsync(request.HttpContext.RequestAborted)).Person(read?.Person);
        if (person is null)
            return Results.NotFound();

        chats.MarkRead(person);
        return Results.NoContent();
    }

    internal static async Task<IResult> DeliverAsync(BotGateway bot, string id, JsonObject activity, HttpRequest request) =>
        Answer(Delivered.Of(id, await bot.DeliverAsync(activity, request.HttpContext.RequestAborted)));

    private static IResult Answer(Delivered delivered) => Results.Json(delivered, WorkbenchJson.Default.Delivered);

    /// <summary>The person and the chat; null unless the person takes part in it.</summary>
    internal static async Task<(WorkbenchPerson Person, Chat Chat)?> FindAsync(
        IWorkbenchDirectory directory, string? person, string? chat, CancellationToken cancellationToken)
    {
        var found = new Roster(await directory.GetAsync(cancellationToken)).Chat(chat);
        return found?.Members.FirstOrDefault(member => member.Id == person) is { } member ? (member, found) : null;
    }
}
