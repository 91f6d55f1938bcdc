using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Bot.Workbench.Chats;

/// <summary>What was said in every chat since the start, in memory and bounded, and what each person has seen of it.</summary>
internal sealed class ChatStore(IClock clock, ChatFeed feed, IOptions<WorkbenchOptions> options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<ChatMessage>> _transcripts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _read = new(StringComparer.Ordinal);
    private long _lastId;
    private long _sequence;

    /// <summary>An activity id of Teams' kind, milliseconds since 1970, never the same one twice.</summary>
    public string NextId()
    {
        lock (_lock)
        {
            _lastId = Math.Max(_lastId + 1, clock.GetCurrentInstant().ToUnixTimeMilliseconds());
            return _lastId.ToString(CultureInfo.InvariantCulture);
        }
    }

    public ChatMessage Add(Chat chat, string id, ChatSender from, JsonObject content)
    {
        lock (_lock)
        {
            var message = new ChatMessage(id, chat.Id, ++_sequence, Now(), from, content);
            var transcript = TranscriptOf(chat.Id);
            transcript.Add(message);
            if (transcript.Count > options.Value.MessagesPerChat)
                transcript.RemoveAt(0);

            feed.Publish(ChatEvent.Sent(message));
            if (from.IsBot)
                PublishUnread(chat);
            return message;
        }
    }

    /// <summary>Puts new content in a message of the bot's own.</summary>
    /// <returns>False where the chat has no such message of the bot's, or it was deleted.</returns>
    public bool Update(Chat chat, string id, JsonObject content) => Replace(chat, id, message => message with { Content = content });

    /// <inheritdoc cref="Update"/>
    public bool Delete(Chat chat, string id) => Replace(chat, id, message => message with { Content = [], Deleted = true });

    public IReadOnlyList<ChatMessage> Transcript(Chat chat)
    {
        lock (_lock)
            return [.. TranscriptOf(chat.Id)];
    }

    /// <summary>The person has seen all of the personal chat.</summary>
    public void MarkRead(WorkbenchPerson person)
    {
        lock (_lock)
        {
            _read[person.Id] = _sequence;
            feed.Publish(ChatEvent.UnreadNow(person.Id, 0));
        }
    }

    public int Unread(WorkbenchPerson person)
    {
        lock (_lock)
        {
            var seen = _read.GetValueOrDefault(person.Id);
            return TranscriptOf(Roster.PersonalChatId(person.Id))
                .Count(message => message.From.IsBot && !message.Deleted && message.Sequence > seen);
        }
    }

    private bool Replace(Chat chat, string id, Func<ChatMessage, ChatMessage> change)
    {
        lock (_lock)
        {
            var transcript = TranscriptOf(chat.Id);
            var at = transcript.FindIndex(message => message.Id == id && message.From.IsBot && !message.Deleted);
            if (at < 0)
                return false;

            transcript[at] = change(transcript[at]) with { Version = transcript[at].Version + 1 };
            feed.Publish(ChatEvent.Updated(transcript[at]));
            return true;
        }
    }

    private void PublishUnread(Chat chat)
    {
        if (chat.Kind == ChatKind.Personal)
            feed.Publish(ChatEvent.UnreadNow(chat.Members[0].Id, Unread(chat.Members[0])));
    }

    private List<ChatMessage> TranscriptOf(string chat)
    {
        if (!_transcripts.TryGetValue(chat, out var transcript))
            _transcripts[chat] = transcript = [];
        return transcript;
    }

    private string Now() => InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant());
}
