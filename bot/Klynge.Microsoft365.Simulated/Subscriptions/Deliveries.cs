using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Klynge.Microsoft365.Simulated.Subscriptions;

/// <summary>Posts to the bot as Graph does: no redirects, ten seconds' patience, and again until it is taken.</summary>
internal sealed class Deliveries(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    public void Dispose() => _http.Dispose();

    /// <summary>The handshake: the address must repeat a token, as plain text.</summary>
    /// <returns>What is wrong with the answer; null for nothing.</returns>
    public async Task<string?> ValidateAsync(Uri url, CancellationToken cancellationToken)
    {
        var token = $"Validation: Testing client application reachability for subscription Request-Id: {Guid.NewGuid()}";
        try
        {
            using var answer = await _http.PostAsync(new Uri($"{url}?validationToken={Uri.EscapeDataString(token)}"), content: null, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/plain" && text == token
                ? null
                : $"the address answered {(int)answer.StatusCode}";
        }
        catch (HttpRequestException exception)
        {
            return exception.HttpRequestError.ToString();
        }
    }

    /// <summary>Posts once.</summary>
    /// <returns>The status; null when nobody answered.</returns>
    public async Task<HttpStatusCode?> PostAsync(Uri url, IEnumerable<JsonObject> notifications, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["value"] = new JsonArray([.. notifications.Select(one => one.DeepClone())]) };
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await _http.PostAsync(url, content, cancellationToken);
            return answer.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Posts until it is taken; Graph keeps at it for four hours.</summary>
    public async Task DeliverAsync(Uri url, IReadOnlyList<JsonObject> notifications, CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        while (await PostAsync(url, notifications, cancellationToken) is not (HttpStatusCode.OK or HttpStatusCode.Accepted))
        {
            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < MaxPause ? pause * 2 : MaxPause;
        }
    }
}
