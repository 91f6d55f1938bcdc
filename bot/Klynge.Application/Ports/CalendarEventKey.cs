namespace Klynge.Application.Ports;

/// <summary>Names one event, or one occurrence of a series, in one mailbox.</summary>
/// <param name="Mailbox">Entra object id of the mailbox's owner, lower case.</param>
/// <param name="EventId">
/// Graph's immutable id (<c>Prefer: IdType="ImmutableId"</c>, asked for in reads and subscriptions alike): the usual one changes when
/// the event is moved to another folder. Compared as it is, case counts.
/// </param>
public sealed record CalendarEventKey(string Mailbox, string EventId);
