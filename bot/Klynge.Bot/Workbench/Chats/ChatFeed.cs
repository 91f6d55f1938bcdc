using System.Threading.Channels;

namespace Klynge.Bot.Workbench.Chats;

/// <summary>
/// Hands every event to every open page. A page that falls a thousand events behind is cut off rather than waited for:
/// it reconnects and reads the whole state again.
/// </summary>
internal sealed class ChatFeed
{
    private const int MaxBacklog = 1000;
    private const int MaxPages = 64;

    private readonly Lock _lock = new();
    private readonly List<Channel<ChatEvent>> _pages = [];

    public void Publish(ChatEvent happened)
    {
        lock (_lock)
        {
            foreach (var page in _pages)
            {
                if (!page.Writer.TryWrite(happened))
                    page.Writer.TryComplete();
            }
        }
    }

    /// <summary>Listens from this call on, not from the first read: nothing that happens in between is lost.</summary>
    /// <param name="until">Ends the events, quietly: a page that is closed is no failure.</param>
    /// <returns>The events; null when too many pages are open.</returns>
    public IAsyncEnumerable<ChatEvent>? Listen(CancellationToken until)
    {
        var page = Channel.CreateBounded<ChatEvent>(new BoundedChannelOptions(MaxBacklog) { SingleReader = true });
        lock (_lock)
        {
            if (_pages.Count >= MaxPages)
                return null;
            _pages.Add(page);
        }

        return ReadAsync(page, until.Register(() => page.Writer.TryComplete()));
    }

    private async IAsyncEnumerable<ChatEvent> ReadAsync(Channel<ChatEvent> page, CancellationTokenRegistration end)
    {
        await using var _ = end;
        try
        {
            yield return ChatEvent.Hello;
            await foreach (var happened in page.Reader.ReadAllAsync(CancellationToken.None))
                yield return happened;
        }
        finally
        {
            lock (_lock)
                _pages.Remove(page);
        }
    }
}
