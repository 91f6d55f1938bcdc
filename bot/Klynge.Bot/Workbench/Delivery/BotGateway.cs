using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Klynge.Bot.Workbench.Delivery;

/// <summary>Delivers activities to the bot over real HTTP, as the channel does, with the channel's patience.</summary>
internal sealed partial class BotGateway(
    HttpClient http, BotAddress address, IOptions<WorkbenchOptions> options, ILogger<BotGateway> logger)
{
    public async Task<BotAnswer> DeliverAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.AnswerWithin);
        try
        {
            using var response = await http.PostAsJsonAsync(address.Messages, activity, WorkbenchJson.Default.JsonObject, patience.Token);
            return new BotAnswer((int)response.StatusCode, await BodyAsync(response, patience.Token));
        }
        catch (HttpRequestException failure)
        {
            LogUnreachable(logger, failure);
            return new BotAnswer(StatusCodes.Status502BadGateway, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogTooSlow(logger, options.Value.AnswerWithin);
            return new BotAnswer(StatusCodes.Status504GatewayTimeout, null);
        }
    }

    private static async Task<JsonNode?> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // The channel reads only JSON: a page of HTML from a crash is no answer.
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot could not be reached at its own address")]
    private static partial void LogUnreachable(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot took longer than {Patience} to answer; Teams would have given up")]
    private static partial void LogTooSlow(ILogger logger, TimeSpan patience);
}
