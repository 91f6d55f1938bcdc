using System.Collections.Concurrent;

namespace Klynge.Microsoft365.Simulated.Calendars;

/// <summary>Everybody's calendar, as people change it in Outlook. Each change is told to whoever listens.</summary>
public sealed class CalendarStore(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Mailbox> _mailboxes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Raised after an event of a mailbox was created, updated or deleted.</summary>
    internal event EventHandler<CalendarChange>? Changed;

    /// <summary>Puts an event into its organizer's calendar.</summary>
    public SimulatedEvent Add(string mailbox, SimulatedEvent item)
    {
        var added = item with { LastModified = time.GetUtcNow() };
        Of(mailbox).Put(added);
        Changed?.Invoke(this, new(mailbox, added.Id, "created"));
        return added;
    }

    /// <summary>Changes an event: moved, renamed, more people invited.</summary>
    public SimulatedEvent Change(string mailbox, string id, Func<SimulatedEvent, SimulatedEvent> change)
    {
        var changed = Of(mailbox).Change(id, change, time.GetUtcNow()) ?? throw new InvalidOperationException("There is no such event.");
        Changed?.Invoke(this, new(mailbox, id, "updated"));
        return changed;
    }

    /// <summary>An invited person answers in Outlook.</summary>
    /// <param name="mailbox">The organizer.</param>
    /// <param name="id">The event.</param>
    /// <param name="email">Who answers; nothing happens when they are not invited.</param>
    /// <param name="response">As in <see cref="SimulatedAttendee"/>.</param>
    public SimulatedEvent Respond(string mailbox, string id, string email, string response) => Change(mailbox, id, item => item with
    {
        Attendees = [.. item.Attendees.Select(one => string.Equals(one.Email, email, StringComparison.OrdinalIgnoreCase)
            ? one with { Response = response, RespondedAt = response is "none" or "notResponded" ? null : time.GetUtcNow() }
            : one)],
    });

    /// <summary>Takes an event out of the calendar, which is what a cancellation comes to in the organizer's own.</summary>
    public void Delete(string mailbox, string id)
    {
        if (Of(mailbox).Remove(id))
            Changed?.Invoke(this, new(mailbox, id, "deleted"));
    }

    public SimulatedEvent? Find(string mailbox, string id) => Of(mailbox).Find(id);

    public IReadOnlyList<SimulatedEvent> Between(string mailbox, DateTimeOffset from, DateTimeOffset until) => Of(mailbox).Between(from, until);

    internal Mailbox Of(string mailbox) => _mailboxes.GetOrAdd(mailbox, _ => new Mailbox());
}
