using System.Collections.Concurrent;
using NodaTime;

namespace Klynge.Application.Forums.Chats;

/// <summary>Which chats the bot has greeted just now, so that an installation that is told twice is answered once.</summary>
public sealed class Greetings
{
    private const int MaxKnown = 1_000;

    /// <summary>Long enough for both tellings of one installation; after it, being installed again is a new occasion.</summary>
    private static readonly Duration Window = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Instant> _greeted = new(StringComparer.Ordinal);

    internal bool IsFirst(string conversationId, Instant now)
    {
        if (_greeted.Count >= MaxKnown)
            _greeted.Clear();

        var isFirst = true;
        _greeted.AddOrUpdate(
            conversationId,
            now,
            (_, earlier) =>
            {
                isFirst = now - earlier > Window;
                return isFirst ? now : earlier;
            });
        return isFirst;
    }

    /// <summary>The bot was taken out: the next installation is greeted again.</summary>
    internal void Forget(string conversationId) => _greeted.TryRemove(conversationId, out _);
}
