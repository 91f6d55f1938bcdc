using System.Text.Json.Nodes;
using Klynge.Bot.Workbench.Delivery;

namespace Klynge.Bot.Workbench.Api;

/// <summary>How the bot took an activity.</summary>
/// <param name="Id">The activity's id.</param>
/// <param name="Accepted">Whether the bot answered with success.</param>
/// <param name="Status">The bot's HTTP status.</param>
/// <param name="Body">An invoke's answer.</param>
internal sealed record Delivered(string Id, bool Accepted, int Status, JsonNode? Body)
{
    public static Delivered Of(string id, BotAnswer answer) => new(id, answer.Accepted, answer.Status, answer.Body);
}
