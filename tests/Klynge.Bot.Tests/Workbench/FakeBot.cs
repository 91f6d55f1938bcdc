using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Klynge.Bot.Tests.Workbench;

/// <summary>A bot that keeps what it is sent and answers as the test says, through the connector like a real one.</summary>
internal sealed class FakeBot(HttpClient connector)
{
    private readonly Channel<JsonObject> _received = Channel.CreateUnbounded<JsonObject>();

    /// <summary>What the bot does with an activity: an invoke's answer, or null for a bare 200.</summary>
    public Func<JsonObject, Task<IResult?>> Answer { get; set; } = _ => Task.FromResult<IResult?>(null);

    public void Map(WebApplication app) => app.MapPost("/api/messages", async (HttpRequest request) =>
    {
        var activity = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        _received.Writer.TryWrite(activity);
        return await Answer(activity) ?? Results.Ok();
    });

    public ValueTask<JsonObject> ReceivedAsync(CancellationToken cancellationToken) => _received.Reader.ReadAsync(cancellationToken);

    public static IResult Card(JsonNode card) => Invoked(200, "application/vnd.microsoft.card.adaptive", card);

    public static IResult Message(string text) => Invoked(200, "application/vnd.microsoft.activity.message", text);

    public static IResult Refusal(string message) =>
        Invoked(400, "application/vnd.microsoft.error", new JsonObject { ["code"] = "Refused", ["message"] = message });

    public static JsonObject Carrying(JsonNode card) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card }),
    };

    /// <summary>Sends to the conversation that an activity came from.</summary>
    public Task<string> SendAsync(JsonObject activity, JsonObject message) =>
        SendAsync((string)activity["serviceUrl"]!, (string)activity["conversation"]!["id"]!, message);

    public async Task<string> SendAsync(string serviceUrl, string conversation, JsonObject message)
    {
        var response = await connector.PostAsJsonAsync(
            $"{serviceUrl}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities", message);
        response.EnsureSuccessStatusCode();
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    public async Task UpdateAsync(JsonObject activity, string id, JsonObject message)
    {
        var conversation = Uri.EscapeDataString((string)activity["conversation"]!["id"]!);
        var response = await connector.PutAsJsonAsync($"{activity["serviceUrl"]}/v3/conversations/{conversation}/activities/{id}", message);
        response.EnsureSuccessStatusCode();
    }

    private static IResult Invoked(int status, string type, JsonNode value) =>
        Results.Json(new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });
}
