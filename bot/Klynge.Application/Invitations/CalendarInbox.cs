using Klynge.Application.Data;
using Klynge.Application.Ports;
using NodaTime;

namespace Klynge.Application.Invitations;

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
