using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Klynge.Application.Tests.Outbox;

/// <summary>The outermost edge: what goes over the wire, and what is answered.</summary>
internal sealed class ChannelDouble : HttpMessageHandler
{
    private readonly ConcurrentQueue<(string Chat, string Text)> _sent = new();
    private readonly ConcurrentQueue<(string Chat, string Text)> _updated = new();
    private readonly ConcurrentQueue<string> _keys = new();
    private readonly ConcurrentQueue<JsonNode> _cards = new();
    private readonly Channel<string> _arrivals = Channel.CreateUnbounded<string>();
    private int _calls;

    internal HttpStatusCode Status { get; set; } = HttpStatusCode.Created;

    /// <summary>The channel has the message of this text or to this chat, and its sender never hears of it: it was killed at that moment.</summary>
    internal string? NeverAnswers { get; set; }

    /// <summary>What comes with each answer.</summary>
    internal string? RetryAfter { get; set; }

    /// <summary>The first call is asked to come again.</summary>
    internal bool RefusesFirst { get; set; }

    /// <summary>Happens once the channel has a message and before its sender knows.</summary>
    internal Func<Task>? BeforeAnswer { get; set; }

    /// <summary>Set when <see cref="NeverAnswers"/> has come.</summary>
    internal TaskCompletionSource Silent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The keys of the new messages, as they came.</summary>
    internal IReadOnlyList<string> Keys => [.. _keys];

    /// <summary>The cards of what came, new or in the place of another.</summary>
    internal IReadOnlyList<JsonNode> Cards => [.. _cards];

    /// <summary>Each message as it comes.</summary>
    internal ChannelReader<string> Arrivals => _arrivals.Reader;

    internal IReadOnlyList<string> Texts => [.. _sent.Select(message => message.Text)];

    internal IReadOnlyList<(string Chat, string Text)> Sent => [.. _sent];

    /// <summary>What took the place of a message that stood already.</summary>
    internal IReadOnlyList<(string Chat, string Text)> Updated => [.. _updated];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (RefusesFirst && Interlocked.Increment(ref _calls) == 1)
            return new HttpResponseMessage(HttpStatusCode.TooManyRequests);

        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
        var (chat, text) = (ChatOf(request.RequestUri!), (string?)body!["text"] ?? string.Empty);
        (request.Method == HttpMethod.Put ? _updated : _sent).Enqueue((chat, text));
        if (body["attachments"]?[0]?["content"] is { } card)
            _cards.Enqueue(card);

        if (request.Headers.TryGetValues("Idempotency-Key", out var keys))
            _keys.Enqueue(keys.Single());

        _arrivals.Writer.TryWrite(text);
        if (NeverAnswers is { } silent && (silent == text || silent == chat))
        {
            Silent.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        }

        await (BeforeAnswer?.Invoke() ?? Task.CompletedTask);
        var response = new HttpResponseMessage(Status) { Content = new StringContent("""{"id":"1"}""") };
        response.Headers.TryAddWithoutValidation("Retry-After", RetryAfter);
        return response;
    }

    private static string ChatOf(Uri uri)
    {
        var conversation = Array.IndexOf(uri.Segments, "conversations/") + 1;
        return Uri.UnescapeDataString(uri.Segments[conversation].TrimEnd('/'));
    }
}
