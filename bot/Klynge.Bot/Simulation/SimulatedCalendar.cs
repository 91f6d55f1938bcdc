using Klynge.Bot.Workbench;
using Klynge.Microsoft365.Simulated;
using Klynge.Microsoft365.Simulated.Calendars;
using Klynge.Microsoft365.Simulated.Meetings;

namespace Klynge.Bot.Simulation;

/// <summary>Outlook and Teams as the people of Prøvebænk use them, in the stand-in's tenant.</summary>
internal sealed class SimulatedCalendar(FakeGraph graph, SimulatedTenant tenant) : IWorkbenchCalendar
{
    public async Task<WorkbenchInvitation?> FindAsync(WorkbenchForum forum, WorkbenchPerson person, CancellationToken cancellationToken)
    {
        if (await tenant.FindAsync(forum, cancellationToken) is not { } invitation)
            return null;

        if (invitation.Organizer.Id == person.Id)
            return new WorkbenchInvitation(IsOrganizer: true, null);

        return EventOf(invitation).Attendees.FirstOrDefault(one => IsOf(one, person.Email)) is { } invited
            ? new WorkbenchInvitation(IsOrganizer: false, invited.Response switch
            {
                "accepted" => WorkbenchAnswer.Accept,
                "tentativelyAccepted" => WorkbenchAnswer.Tentative,
                "declined" => WorkbenchAnswer.Decline,
                _ => null,
            })
            : null;
    }

    public async Task<bool> AnswerAsync(WorkbenchForum forum, WorkbenchPerson person, WorkbenchAnswer answer, CancellationToken cancellationToken)
    {
        if (await tenant.FindAsync(forum, cancellationToken) is not { } invitation
            || !EventOf(invitation).Attendees.Any(one => IsOf(one, person.Email)))
        {
            return false;
        }

        graph.Calendars.Store.Respond(invitation.Organizer.AadObjectId, invitation.EventId, person.Email, answer switch
        {
            WorkbenchAnswer.Accept => "accepted",
            WorkbenchAnswer.Tentative => "tentativelyAccepted",
            _ => "declined",
        });
        return true;
    }

    public async Task<bool> IsLinkedAsync(WorkbenchForum forum, CancellationToken cancellationToken) =>
        await tenant.FindAsync(forum, cancellationToken) is { } invitation && await tenant.IsLinkedAsync(invitation, cancellationToken);

    /// <summary>
    /// From the planned start to the planned end, whatever the clock says. Whoever declined stays away; so does the last who did not answer, for the minutes to have somebody
    /// who »deltog ikke«. One has two devices, and somebody rings in.
    /// </summary>
    public async Task EndMeetingAsync(WorkbenchForum forum, CancellationToken cancellationToken)
    {
        if (await tenant.FindAsync(forum, cancellationToken) is not { } invitation)
            return;

        var item = EventOf(invitation);
        var (start, end) = (item.Start, item.End);
        var silent = item.Attendees.LastOrDefault(one => one.Response == "none");
        var present = item.Attendees.Where(one => one != silent && one.Response != "declined").ToList();
        List<SimulatedRecord> records =
        [
            new(invitation.Organizer.AadObjectId, invitation.Organizer.Name, invitation.Organizer.Email, [(start, end)]),
            .. present.Select(one => new SimulatedRecord(graph.People.Find(one.Email)?.Id, one.Name, one.Email, [(start.AddMinutes(1), end)])),
            .. present.Take(1).Select(one => new SimulatedRecord(graph.People.Find(one.Email)?.Id, one.Name, one.Email, [(start.AddMinutes(5), end)])),
            new(null, "+45 33 ** ** **", null, [(start.AddMinutes(2), end)]),
        ];
        graph.OnlineMeetings.AddReport(invitation.JoinUrl, new SimulatedReport { Start = start, End = end, Records = records });
    }

    private SimulatedEvent EventOf(SimulatedInvitation invitation) =>
        graph.Calendars.Store.Find(invitation.Organizer.AadObjectId, invitation.EventId)
        ?? throw new InvalidOperationException("The invitation that was just found is gone.");

    private static bool IsOf(SimulatedAttendee attendee, string email) => string.Equals(attendee.Email, email, StringComparison.OrdinalIgnoreCase);
}

/// <param name="Organizer">In whose calendar the event stands.</param>
/// <param name="EventId">The event.</param>
/// <param name="JoinUrl">The link of its online meeting.</param>
internal sealed record SimulatedInvitation(WorkbenchPerson Organizer, string EventId, string JoinUrl);
