namespace Klynge.Microsoft365.Simulated.Calendars;

/// <param name="Mailbox">Whose calendar.</param>
/// <param name="EventId">Which event.</param>
/// <param name="Kind"><c>created</c>, <c>updated</c> or <c>deleted</c>.</param>
internal sealed record CalendarChange(string Mailbox, string EventId, string Kind);
