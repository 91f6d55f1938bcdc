using System.Net.ServerSentEvents;
using System.Text.Json;
using Klynge.Bot.Workbench.Chats;

namespace Klynge.Bot.Workbench.Api;

/// <summary>Server-sent events: what happens in the chats of one person, and everyone's unread counts.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/events", ListenAsync);

    private static async Task<IResult> ListenAsync(
        string person,
        HttpContext context,
        IWorkbenchDirectory directory,
        ChatFeed feed,
        IHostApplicationLifetime lifetime)
    {
        var roster = new Roster(await directory.GetAsync(context.RequestAborted));
        if (roster.Person(person) is null)
            return Results.NotFound();

        // An open page must not hold up the shutdown.
        var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.RegisterForDispose(ends);
        return feed.Listen(ends.Token) is { } events
            ? TypedResults.ServerSentEvents(WriteAsync(events, roster, person))
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static async IAsyncEnumerable<SseItem<string>> WriteAsync(IAsyncEnumerable<ChatEvent> events, Roster roster, string person)
    {
        await foreach (var happened in events)
        {
            if (happened.Chat is null || roster.Chat(happened.Chat)?.Member(person) is not null)
                yield return new SseItem<string>(JsonSerializer.Serialize(happened, WorkbenchJson.Default.ChatEvent), happened.Kind);
        }
    }
}
