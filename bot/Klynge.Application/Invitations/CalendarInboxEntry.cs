using NodaTime;

namespace Klynge.Application.Invitations;

/// <summary>
/// Something in the calendar that has to be looked at. It says that there is news, never what: what stands there is read when the entry is
/// worked off, and the entry goes in the same transaction as the effect. News of the same thing raise <see cref="Revision"/>, so that
/// five thousand notifications of one event are one reading, and one that comes during the reading is not lost.
/// </summary>
public sealed class CalendarInboxEntry
{
    public required CalendarInboxKind Kind { get; init; }

    /// <summary>What it is about: <c>mailbox/event</c>, the id of a chat, the id of a meeting.</summary>
    public required string Subject { get; init; }

    /// <summary>Counts the news. Whoever works the entry off leaves it alone when it has risen meanwhile.</summary>
    public int Revision { get; init; } = 1;

    public required Instant ReceivedAt { get; init; }

    public required Instant DueAt { get; init; }

    public int Attempts { get; init; }
}
