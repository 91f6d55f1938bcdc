using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;

namespace Klynge.Application.Tests.Outbox;

/// <summary>The outermost edge: what goes over the wire, and what is answered.</summary>
internal sealed class ChannelDouble : HttpMessageHandler
{
    private readonly ConcurrentQueue<(string Chat, string Text)> _sent = new();

    internal HttpStatusCode Status { get; set; } = HttpStatusCode.Created;

    /// <summary>The channel has this message, and its sender never hears of it: it was killed at that moment.</summary>
    internal string? NeverAnswers { get; set; }

    /// <summary>Set when <see cref="NeverAnswers"/> has come.</summary>
    internal TaskCompletionSource Silent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal IReadOnlyList<string> Texts => [.. _sent.Select(message => message.Text)];

    internal IReadOnlyList<(string Chat, string Text)> Sent => [.. _sent];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
        var text = (string?)body!["text"] ?? string.Empty;
        _sent.Enqueue((Uri.UnescapeDataString(request.RequestUri!.Segments[^2].TrimEnd('/')), text));
        if (text == NeverAnswers)
        {
            Silent.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        }

        return new HttpResponseMessage(Status) { Content = new StringContent("""{"id":"1"}""") };
    }
}
