using Klynge.Application.Messaging;
using Klynge.Domain.Common;
using Klynge.Teams.Cards;

namespace Klynge.Application.Chat;

/// <summary>What a command or a button answers with.</summary>
public abstract record ChatReply
{
    private ChatReply()
    {
    }

    /// <summary>Nothing more to say: the answer comes through the outbox.</summary>
    public static ChatReply Nothing { get; } = new Silence();

    /// <summary>A line of Markdown; what people wrote goes through <see cref="CardText.Escape"/> first.</summary>
    public static ChatReply Say(string markdown) => new Words(markdown);

    /// <summary>For a command a new message; for a button the card that takes the old one's place for that person.</summary>
    public static ChatReply Show(AdaptiveCard card) => new Card(card);

    /// <summary>
    /// As <see cref="Show"/>, of a record that others change: in a personal chat the card is kept up to date where it stands, until the
    /// person turns it into another one.
    /// </summary>
    public static ChatReply ShowOwn(AdaptiveCard card, CardKey key) => new Card(card, key);

    /// <summary>The one shared card of its key: in a group it is moved to the foot of the chat, never posted twice.</summary>
    public static ChatReply ShowShared(CardKey key) => new Shared(key);

    public static ChatReply Refuse(Error error) => new Refused(error);

    public static implicit operator ChatReply(Error error) => new Refused(error);

    public static implicit operator ChatReply(AdaptiveCard card) => new Card(card);

    internal sealed record Silence : ChatReply;

    internal sealed record Words(string Markdown) : ChatReply;

    internal sealed record Card(AdaptiveCard Content, CardKey? Key = null) : ChatReply;

    internal sealed record Shared(CardKey Key) : ChatReply;

    internal sealed record Refused(Error Error) : ChatReply;
}
