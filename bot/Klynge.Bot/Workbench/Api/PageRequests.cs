using System.Text.Json.Nodes;
using Klynge.Bot.Workbench.Delivery;

namespace Klynge.Bot.Workbench.Api;

/// <summary>A person writes in a chat.</summary>
internal sealed record WriteRequest(string Person, string Chat, string Text);

/// <summary>A person presses a card's button; <paramref name="Submit"/> where it is the Action.Submit of old.</summary>
internal sealed record PressRequest(
    string Person, string Chat, string Card, bool Submit, bool Automatic, string? Id, string? Verb, JsonNode? Data);

/// <summary>A person starts or ends the meeting of a forum's chat.</summary>
internal sealed record MeetingRequest(string Person, string Chat, bool Started);

/// <summary>A person answers the invitation to the meeting of a forum's chat.</summary>
internal sealed record CalendarRequest(string Person, string Chat, WorkbenchAnswer Answer);

/// <summary>A person adds the bot to a chat.</summary>
internal sealed record InstallRequest(string Person, string Chat);

/// <summary>A person has the personal chat before their eyes.</summary>
internal sealed record ReadRequest(string Person);

/// <summary>How the bot took an activity.</summary>
/// <param name="Id">The activity's id.</param>
/// <param name="Accepted">Whether the bot answered with success.</param>
/// <param name="Status">The bot's HTTP status.</param>
/// <param name="Body">An invoke's answer.</param>
internal sealed record Delivered(string Id, bool Accepted, int Status, JsonNode? Body)
{
    public static Delivered Of(string id, BotAnswer answer) => new(id, answer.Accepted, answer.Status, answer.Body);
}
