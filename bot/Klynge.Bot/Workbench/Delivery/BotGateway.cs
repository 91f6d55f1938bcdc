using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to reach the bot at its own address")]
    private static partial void LogUnreachable(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot took longer than {Timeout} to answer; Teams would have given up")]
    private static partial void LogTooSlow(ILogger logger, TimeSpan timeout);
}

/// <summary>What the bot answered over HTTP.</summary>
/// <param name="Status">The HTTP status; 502 where nothing answered, 504 where it took longer than Teams waits.</param>
/// <param name="Body">The JSON body of an invoke's answer, or null.</param>
internal sealed record BotAnswer(int Status, JsonNode? Body)
{
    public bool Accepted => Status is >= 200 and < 300;
}

/// <summary>A button of a card was pressed, or the card asks for its own refresh.</summary>
/// <param name="Card">The activity id of the message that carries the card.</param>
/// <param name="Id">The action's id, where it has one.</param>
/// <param name="Verb">The action's verb.</param>
/// <param name="Data">The action's data with the card's inputs merged in.</param>
/// <param name="Automatic">The client asked by itself, because of the card's <c>refresh</c>.</param>
internal sealed record CardAction(string Card, string? Id, string? Verb, JsonNode? Data, bool Automatic);

/// <summary>Where this process listens: the workbench calls the bot there, and tells the bot to call back there.</summary>
internal sealed class BotAddress(IServer server)
{
    public Uri Messages => new(Root, "/api/messages");

    /// <summary>What Teams calls the <c>serviceUrl</c>.</summary>
    public Uri Connector => new(Root, "/workbench/teams");

    private Uri Root
    {
        get
        {
            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            var address = addresses.FirstOrDefault(one => one.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidOperationException("The workbench needs the bot to listen on plain http on this machine.");
            var listening = BindingAddress.Parse(address);
            return new Uri($"http://localhost:{listening.Port}");
        }
    }
}
