using Klynge.Application.Data;
using Klynge.Application.Forums.Sample;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Bot.Workbench;

/// <summary>The workbench's people and chats, read from the board on record, so that a board that is applied shows on reload.</summary>
public sealed class BoardDirectory(IDbContextFactory<KlyngeContext> contexts, IClock clock) : IWorkbenchDirectory
{
    /// <summary>Everybody with an account; the largest forum first, since that is where a newcomer begins, then up the ladder.</summary>
    public async Task<WorkbenchBoard> GetAsync(CancellationToken cancellationToken)
    {
        var today = DanishTime.Today(clock);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var board = await db.Boards.AsNoTracking().OrderBy(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        var people = await db.People.AsNoTracking().Where(person => person.EntraObjectId != null).ToListAsync(cancellationToken);
        var forums = await db.Forums.AsNoTracking().Where(forum => !forum.IsClosed).ToListAsync(cancellationToken);
        var meetings = await db.Meetings.AsNoTracking()
            .Where(meeting => meeting.Date >= today && meeting.Status != MeetingStatus.Held && meeting.Status != MeetingStatus.Cancelled)
            .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start)
            .ToListAsync(cancellationToken);
        var seats = await db.Members.AsNoTracking().OrderBy(seat => seat.Order).ToListAsync(cancellationToken);
        seats.RemoveAll(seat => !seat.IsActive(today));
        var accounts = people.ToDictionary(person => person.Id, UserOf);
        var sizes = seats.CountBy(seat => seat.ForumId).ToDictionary();
        var largest = sizes.Count > 0 ? sizes.Values.Max() : 0;
        return new WorkbenchBoard(
            board?.Name ?? string.Empty,
            [.. people.OrderBy(person => person.Name, DanishText.Comparer).Select(person => Describe(person, seats))],
            [.. forums
                .OrderByDescending(forum => sizes.GetValueOrDefault(forum.Id) == largest)
                .ThenBy(forum => forum.Level).ThenBy(forum => forum.Name, DanishText.Comparer)
                .Select(forum => Describe(forum, seats, accounts, meetings))]);
    }

    /// <summary>Reads no more than whom: every page of the workspace asks.</summary>
    public async Task<string?> AccountOfAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var accounts = await db.People
            .Where(person => person.EntraObjectId != null)
            .Select(person => new { person.Key, person.TeamsUserId, person.EntraObjectId })
            .ToListAsync(cancellationToken);
        return accounts.Find(person => (person.TeamsUserId ?? SampleChannel.UserOf(person.Key)) == id)?.EntraObjectId;
    }

    private static WorkbenchForum Describe(
        Forum forum, List<ForumMember> seats, Dictionary<PersonId, string> accounts, List<Meeting> meetings)
    {
        var own = seats.FindAll(seat => seat.ForumId == forum.Id);
        var seated = own.Select(seat => (Person: seat.PersonId, Role: RoleOf(seat.Role)))
            .Concat(own.SelectMany(seat => seat.SubstituteIds).Select(person => (Person: person, Role: WorkbenchRole.Substitute)))
            .Where(seat => accounts.ContainsKey(seat.Person))
            .GroupBy(seat => seat.Person)
            .Select(group => new WorkbenchSeat(accounts[group.Key], group.Min(seat => seat.Role)));
        var next = meetings.Find(meeting => meeting.ForumId == forum.Id);
        return new WorkbenchForum(
            forum.Key, forum.Name, SampleChannel.ConversationOf(forum.Key), [.. seated], next is null ? null : Describe(forum, next));
    }

    private static WorkbenchMeeting Describe(Forum forum, Meeting meeting) => new(
        forum.Name,
        meeting.Time.StartInstant,
        meeting.Time.EndInstant,
        Uri.TryCreate(meeting.JoinUrl, UriKind.Absolute, out var link) ? link : null,
        meeting.TeamsMeetingId);

    private static WorkbenchPerson Describe(Person person, List<ForumMember> seats) => new(
        UserOf(person),
        person.EntraObjectId!,
        person.Name,
        person.Title ?? string.Empty,
        (seats.Find(seat => seat.PersonId == person.Id) ?? seats.Find(seat => seat.HasSubstitute(person.Id)))?.Organisation ?? string.Empty,
        person.Email ?? string.Empty);

    private static string UserOf(Person person) => person.TeamsUserId ?? SampleChannel.UserOf(person.Key);

    private static WorkbenchRole RoleOf(Role role) => role switch
    {
        Role.Secretariat => WorkbenchRole.Secretariat,
        Role.Chair or Role.CoChair or Role.DeputyChair => WorkbenchRole.CoChair,
        Role.Member => WorkbenchRole.Member,
        Role.Observer => WorkbenchRole.Observer,
        Role.Administrative => WorkbenchRole.Administrative,
        Role.Guest => WorkbenchRole.Guest,
        _ => throw new InvalidOperationException($"No such role: {role}."),
    };
}
