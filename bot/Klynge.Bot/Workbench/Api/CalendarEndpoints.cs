using Klynge.Bot.Workbench.Chats;
using Klynge.Bot.Workbench.Delivery;

namespace Klynge.Bot.Workbench.Api;

/// <summary>What the page asks for when it shows a person's Outlook, and when the person answers an invitation there.</summary>
internal static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/calendar", ShowAsync);
        endpoints.MapPost("/calendar", AnswerAsync);
    }

    private static async Task<IResult> ShowAsync(
        string person, string chat, IWorkbenchDirectory directory, IServiceProvider services, CancellationToken cancellationToken)
    {
        var found = new Roster(await directory.GetAsync(cancellationToken)).Chat(chat);
        return services.GetService<IWorkbenchCalendar>() is { } calendar
            && found?.Forum is { } forum
            && found.Member(person) is { } invited
            && await calendar.FindAsync(forum, invited, cancellationToken) is { } invitation
                ? Results.Json(invitation, WorkbenchJson.Default.WorkbenchInvitation)
                : Results.NotFound();
    }

    /// <summary>The bot must be in the meeting's chat to know of its event; whoever answers first brings it there.</summary>
    private static async Task<IResult> AnswerAsync(
        HttpRequest request, IWorkbenchDirectory directory, ChatStore chats, TeamsActivities activities, BotGateway bot, IServiceProvider services)
    {
        var aborted = request.HttpContext.RequestAborted;
        var wanted = await request.ReadFromJsonAsync(WorkbenchJson.Default.CalendarRequest, aborted);
        var chat = new Roster(await directory.GetAsync(aborted)).Chat(wanted?.Chat);
        if (services.GetService<IWorkbenchCalendar>() is not { } calendar
            || chat?.Forum is not { } forum
            || chat.Member(wanted!.Person) is not { } person
            || !Enum.IsDefined(wanted.Answer))
        {
            return Results.NotFound();
        }

        if (!await calendar.AnswerAsync(forum, person, wanted.Answer, aborted))
            return Results.NotFound();

        if (!await calendar.IsLinkedAsync(forum, aborted))
        {
            var (joined, _) = activities.Installation(chats.NextId(), chats.NextId(), chat, person);
            await bot.DeliverAsync(joined, aborted);
        }

        return Results.NoContent();
    }
}
