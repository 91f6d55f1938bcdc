using System.Text.Json.Nodes;

namespace Klynge.Bot.Workbench.Delivery;

/// <summary>What the bot answered over HTTP.</summary>
/// <param name="Status">The HTTP status; 502 where nothing answered, 504 where it took longer than Teams waits.</param>
/// <param name="Body">The JSON body of an invoke's answer, or null.</param>
internal sealed record BotAnswer(int Status, JsonNode? Body)
{
    public bool Accepted => Status is >= 200 and < 300;
}
