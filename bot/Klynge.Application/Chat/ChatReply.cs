using System.Text.Json.Nodes;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Meetings;
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

/// <summary>Shows what a command would do, with the button that does it.</summary>
internal static class AskCard
{
    /// <summary>Asks which of some commands is meant, with a button for each.</summary>
    internal static AdaptiveCard Choose(string question, IEnumerable<CommandChoice> choices) => new()
    {
        Speak = CardParts.Spoken(question),
        FallbackText = question,
        Body =
        [
            CardParts.Heading(question),
            .. choices.Select(choice => new ActionSet(new ExecuteAction(choice.Title, ChatModule.RunVerb) { Data = new JsonObject { ["text"] = choice.Text } }) { Spacing = Spacing.Small }),
        ],
    };

    /// <param name="text">The command, given as it stands when the button is pressed.</param>
    internal static AdaptiveCard Build(string question, IEnumerable<string> lines, string button, string text) => new()
    {
        Speak = CardParts.Spoken(question),
        FallbackText = question,
        Body = [CardParts.Heading(question), .. lines.Where(line => line.Length > 0).Select(CardParts.Line), CardParts.Subtle(Texts.NothingDone)],
        Actions = [new ExecuteAction(button, ChatModule.RunVerb) { Data = new JsonObject { ["text"] = text }, Style = ActionStyle.Positive }],
    };
}

/// <summary>The database could not be written: nothing is half done, and the person may try again.</summary>
public sealed record NotSaved() : Error(Texts.NotSaved);

/// <summary>The database could not be read: what was pressed may have been saved before.</summary>
public sealed record NotReadable() : Error(Texts.NotReadable);
