using System.Globalization;
using System.Text.Json.Serialization;
using Klynge.Application.Data.Conversion;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Outbox;

/// <summary>
/// A message that a change causes, saved in the transaction of the change and sent afterwards, at least once. Messages of one lane
/// (a conversation or a person) go out in the order of their ids.
/// </summary>
public sealed class OutboxMessage
{
    public long Id { get; private init; }

    public required OutboxKind Kind { get; init; }

    public string? ConversationId { get; init; }

    public PersonId? PersonId { get; init; }

    /// <summary>The guest of an item that a mail is to, who is no person on record; null for everybody else.</summary>
    public ItemGuestId? GuestId { get; init; }

    /// <summary>What keeps its order: the conversation, or else the person, by mail apart from Teams. Stored, so that an index can find the first of each.</summary>
    public string Lane
    {
        get => GuestId is { } guest ? $"guest/{guest.Value}" : Kind == OutboxKind.Mail ? $"mail/{PersonId?.Value}" : ConversationId ?? $"person/{PersonId?.Value}";
        private init => _ = value;
    }

    /// <summary>The text of the card's key, for <see cref="OutboxKind.Refresh"/> and for a person's card that is kept up to date.</summary>
    public string? CardKey { get; init; }

    /// <summary>The message as JSON (<see cref="OutgoingMessage"/>); null for a card that is drawn when it is sent.</summary>
    public string? Payload { get; init; }

    /// <summary>Goes out with the message, and with its repeat, should there be one.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"klynge-{Id}-{Revision}");

    /// <summary>Counts the changes that a waiting refresh stands for, so that one that comes while it is being sent is not lost.</summary>
    public int Revision { get; init; } = 1;

    public required Instant CreatedAt { get; init; }

    /// <summary>Not tried again before this.</summary>
    public required Instant DueAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>The sender that is at it; null for nobody.</summary>
    public string? ClaimedBy { get; set; }

    /// <summary>From this instant on the claim is nobody's: its sender has died or lost its way.</summary>
    public Instant? ClaimedUntil { get; set; }

    public Instant? SentAt { get; set; }

    public Instant? GivenUpAt { get; set; }

    /// <summary>Why the last try failed, as a code.</summary>
    public string? Failure { get; set; }
}

public enum OutboxKind
{
    /// <summary>A new message in a conversation.</summary>
    Post = 1,

    /// <summary>A new message to a person, in the personal chat.</summary>
    Notify = 2,

    /// <summary>A shared card is drawn anew from the database and posted or updated in a conversation.</summary>
    Refresh = 3,

    /// <summary>A mail to a person, in place of a message that will not arrive, or to a guest, who has no chat with the bot.</summary>
    Mail = 4,
}

/// <summary>The case or the item that a message is about, so that the secretariat hears what a person could not be asked about.</summary>
/// <param name="Forum">The case's forum.</param>
public sealed record MessageSubject(
    [property: JsonConverter(typeof(RecordIdJson<ForumId>))] ForumId Forum, string ForumName, string Title)
{
    /// <summary>It is no case but an item that the person is asked to contribute to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsContribution { get; init; }

    /// <summary>It is an agenda that the person is asked to approve; the title says which meeting's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsApproval { get; init; }
}

/// <summary>What is said: plain text, or a card with the line that a notification shows.</summary>
/// <param name="Text">Plain text; with a card, the line in the notification and for screen readers.</param>
/// <param name="Card">The card's JSON; null for text alone.</param>
/// <param name="About">The case it is about; null for what belongs to none.</param>
/// <param name="Reply">An answer that the channel did not take at once, as it was to be sent; null for everything else.</param>
public sealed record OutgoingMessage(string Text, string? Card = null, MessageSubject? About = null, LateReply? Reply = null)
{
    /// <summary>What the card says is closed to others, so a mail has the <see cref="Text"/> alone.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>The page that shows the same as the card; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Page { get; init; }

    /// <summary>The card's JSON that a mail is made of, where it says less than the card does; null for the card itself.</summary>
    public string? MailCard { get; init; }

    /// <summary>
    /// The text that the card shows the beginning of, with a button that leads to the rest: a mail has no such button, so it has the text. In the
    /// stored form of long texts; null where the card shows all there is.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WholeText { get; init; }
}

/// <param name="Activity">The message as JSON.</param>
/// <param name="ConversationId">With its thread, in a channel.</param>
/// <param name="ThreadId">The message that it answers; null for none.</param>
public sealed record LateReply(string Activity, string ConversationId, string? ThreadId);
