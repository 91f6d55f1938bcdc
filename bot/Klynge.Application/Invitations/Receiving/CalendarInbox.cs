using Klynge.Application.Data;
using Klynge.Application.Ports;
using NodaTime;

namespace Klynge.Application.Invitations.Receiving;

/// <summary>The statements on the inbox that run in bursts of thousands, past the change tracker.</summary>
internal static class CalendarInbox
{
    private const string Insert = """
        INSERT INTO "CalendarInbox" ("Kind", "Subject", "Revision", "ReceivedAt", "DueAt", "Attempts")
        VALUES (@p0, @p1, 1, @p2, @p3, 0)
        ON CONFLICT ("Kind", "Subject") DO UPDATE SET "Revision" = "CalendarInbox"."Revision" + 1, "DueAt" = excluded."DueAt"
        """;

    private const string Remove = """DELETE FROM "CalendarInbox" WHERE "Kind" = @p0 AND "Subject" = @p1 AND "Revision" = @p2""";

    private const string PutOff = """
        UPDATE "CalendarInbox" SET "DueAt" = @p3, "Attempts" = "Attempts" + 1
        WHERE "Kind" = @p0 AND "Subject" = @p1 AND "Revision" = @p2
        """;

    /// <summary>Names an event in <see cref="CalendarInboxEntry.Subject"/>. A mailbox is a GUID, so the first slash divides.</summary>
    internal static string SubjectOf(CalendarEventKey key) => $"{key.Mailbox}/{key.EventId}";

    internal static CalendarEventKey KeyOf(string subject)
    {
        var slash = subject.IndexOf('/', StringComparison.Ordinal);
        return new CalendarEventKey(subject[..slash], subject[(slash + 1)..]);
    }

    /// <summary>Puts something into the inbox, or says of what is there already that there is more news.</summary>
    internal static void Receive(this WriteScope scope, CalendarInboxKind kind, string subject, Instant? due = null) =>
        scope.Sql.Execute(Insert, (int)kind, subject, scope.Now.ToDatabase(), (due ?? scope.Now).ToDatabase());

    /// <summary>Takes an entry out, unless there has been news since it was read.</summary>
    internal static void Complete(this WriteScope scope, CalendarInboxEntry entry) =>
        scope.Sql.Execute(Remove, (int)entry.Kind, entry.Subject, entry.Revision);

    /// <summary>Tries an entry again later, unless news have made it due already.</summary>
    internal static void Postpone(this WriteScope scope, CalendarInboxEntry entry, Instant due) =>
        scope.Sql.Execute(PutOff, (int)entry.Kind, entry.Subject, entry.Revision, due.ToDatabase());
}

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

public enum CalendarInboxKind
{
    /// <summary>An event has changed, or is gone.</summary>
    Event = 1,

    /// <summary>The bot is in the chat of a meeting that may not be linked yet.</summary>
    Chat = 2,

    /// <summary>A meeting is over and its attendance report is to be read.</summary>
    Report = 3,
}
