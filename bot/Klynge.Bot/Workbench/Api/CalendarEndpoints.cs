using Klynge.Bot.Workbench.Chats;

namespace Klynge.Bot.Workbench.Api;

/// <summary>What the page asks for when the person at it answers an invitation in Outlook.</summary>
internal static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/calendar", AnswerAsync);

    private static async Task<IResult> AnswerAsync(HttpRequest request, IWorkbenchDirectory directory, IServiceProvider services)
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

        return await calendar.AnswerAsync(forum, person, wanted.Answer, aborted) ? Results.NoContent() : Results.NotFound();
    }
}
