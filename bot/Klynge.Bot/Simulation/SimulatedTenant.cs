using Klynge.Application.Data;
using Klynge.Bot.Workbench;
using Klynge.Bot.Workbench.Chats;
using Klynge.Bot.Workbench.Delivery;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using Klynge.Microsoft365.Simulated;
using Klynge.Microsoft365.Simulated.Calendars;
using Klynge.Microsoft365.Simulated.Meetings;
using Klynge.Microsoft365.Simulated.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Bot.Simulation;

/// <summary>
/// The stand-in's tenant, as the board on record would have it: everybody's account, and in the secretary's calendar an event with an
/// online meeting for each forum's next meeting. Events have the board meeting's id in theirs, so that a bot that is started again finds
/// them where it knew them.
/// </summary>
internal sealed class SimulatedTenant(
    FakeGraph graph, IWorkbenchDirectory directory, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        var board = await directory.GetAsync(cancellationToken);
        foreach (var person in board.People)
            graph.People.Add(new FakePerson(person.AadObjectId, person.Name, person.Email));

        foreach (var forum in board.Forums)
            await FindAsync(forum, cancellationToken);
    }

    /// <summary>The event that calls a forum's next meeting; made when it is not there yet, null when no meeting is planned.</summary>
    public async Task<SimulatedInvitation?> FindAsync(WorkbenchForum forum, CancellationToken cancellationToken)
    {
        var chat = new Roster(await directory.GetAsync(cancellationToken)).OfForum(forum);
        if (chat.Organizer is not { } organizer || await NextAsync(forum.Key, cancellationToken) is not { } meeting)
            return null;

        var id = $"AAkSim{meeting.Id.Value:N}";
        var link = MeetingOfChat.Of(forum).JoinUrl;
        if (graph.Calendars.Store.Find(organizer.AadObjectId, id) is null)
        {
            var invited = chat.Members.Where(person => person.Id != organizer.Id).ToList();
            graph.OnlineMeetings.Add(new SimulatedMeeting(
                organizer.AadObjectId, link, forum.ConversationId, forum.Name, [.. invited.Select(person => person.AadObjectId)])
            { JoinMeetingId = NumberOf(meeting) });
            graph.Calendars.Store.Add(organizer.AadObjectId, Describe(id, forum, meeting, link, invited));
        }

        return new SimulatedInvitation(organizer, id, link);
    }

    public async Task<bool> IsLinkedAsync(SimulatedInvitation invitation, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CalendarLinks.AnyAsync(link => link.EventId == invitation.EventId, cancellationToken);
    }

    /// <summary>Twelve digits that are the meeting's own.</summary>
    private static string NumberOf(Meeting meeting) =>
        (200_000_000_000 + ((uint)meeting.Id.Value.GetHashCode() % 700_000_000_000)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static SimulatedEvent Describe(string id, WorkbenchForum forum, Meeting meeting, string link, List<WorkbenchPerson> invited) => new()
    {
        Id = id,
        Subject = forum.Meeting?.Title ?? forum.Name,
        Start = meeting.Time.StartInstant.ToDateTimeOffset(),
        End = meeting.Time.EndInstant.ToDateTimeOffset(),
        Location = meeting.Place,
        JoinUrl = link,
        Attendees = [.. invited.Select(person => new SimulatedAttendee(person.Email, person.Name))],
    };

    private async Task<Meeting?> NextAsync(string forum, CancellationToken cancellationToken)
    {
        var today = DanishTime.Today(clock);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Meetings.AsNoTracking()
            .Where(meeting => db.Forums.Any(one => one.Id == meeting.ForumId && one.Key == forum)
                && meeting.Date >= today && meeting.Status != MeetingStatus.Held && meeting.Status != MeetingStatus.Cancelled)
            .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
