namespace Klynge.Microsoft365.Simulated.Calendars;

/// <param name="mailbox">Whose calendar.</param>
/// <param name="eventId">Which event.</param>
/// <param name="kind"><c>created</c>, <c>updated</c> or <c>deleted</c>.</param>
internal sealed class CalendarChange(string mailbox, string eventId, string kind) : EventArgs
{
    internal string Mailbox => mailbox;

    internal string EventId => eventId;

    internal string Kind => kind;
}
