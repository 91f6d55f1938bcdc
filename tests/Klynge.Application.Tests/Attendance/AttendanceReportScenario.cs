using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.RollCalls;
using Klynge.Application.Minutes;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Invitations;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Attendance;

/// <summary>A meeting that was held in Teams, with the reports that Graph has of it.</summary>
public abstract class AttendanceReportScenario : IAsyncLifetime
{
    private protected CalendarFixture Fixture { get; private set; } = null!;

    private protected TestBoard Board => Fixture.Board;

    public async ValueTask InitializeAsync()
    {
        Fixture = await CalendarFixture.CreateAsync();
        await Fixture.LinkAsync();
        await Fixture.ChangesAsync(Fixture.Answered((Board.Member, InvitationResponse.Declined)));
        await Fixture.ForgetMessagesAsync();
        Board.Clock.Advance(CalendarFixture.At(16) - Fixture.Now);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Fixture.DisposeAsync();
    }

    private protected async Task EndAsync()
    {
        var meeting = await Fixture.MeetingAsync();
        await Fixture.Buttons.Get<FinishMeeting>().HandleAsync(
            Caller.Of(EventRights.MeetingEnd), new MeetingEventRequest(Board.Forum.Id, meeting.Id), CancellationToken.None);
    }

    private protected async Task ReportIsReadAsync()
    {
        Board.Clock.Advance(Duration.FromMinutes(3));
        await Fixture.WorkOffAsync();
    }

    private protected void ReportSays(params AttendanceRecord[] records) => Fixture.Outlook.Reports.Add(Report("a", 0, 120, records));

    private protected static AttendanceReport Report(string id, int from, int to, params AttendanceRecord[] records) => new(id, At(from), At(to), records);

    private protected static AttendanceRecord Was(Person person, params int[] minutes) => new(
        person.EntraObjectId, person.Email, person.Name, AttendanceKind.Account, minutes.Length == 0 ? [] : [Between(minutes[0], minutes[1])]);

    private protected static Interval Between(int from, int to) => new(At(from), At(to));

    private protected static Instant At(int minute) => CalendarFixture.At(14) + Duration.FromMinutes(minute);

    private protected static Guid Of(List<Presence> presences, string name) =>
        presences.Single(one => one.Name.StartsWith(name, StringComparison.Ordinal)).Id.Value;

    private protected async Task<ChatReply> SaveAsync(IEnumerable<Guid> attended, params (Guid Presence, string Value)[] who)
    {
        var meeting = await Fixture.MeetingAsync();
        var data = new Dictionary<string, string>
        {
            ["forum"] = Board.Forum.Id.Value.ToString("N"),
            ["meeting"] = meeting.Id.Value.ToString("N"),
            ["attended"] = string.Join(',', attended.Select(id => id.ToString("N"))),
        };
        foreach (var (presence, value) in who)
            data["who" + presence.ToString("N")] = value;

        return await Fixture.Buttons.PressAsync(Board.Secretary, MeetingVerbs.RollCall, data);
    }

    private protected async Task<RollCallView> ViewAsync()
    {
        var meeting = await Fixture.MeetingAsync();
        return (await Fixture.ReadAsync(db => db.RollCallAsync(Board.Forum.Id, meeting.Id)))!;
    }

    private protected async Task<IEnumerable<string>> TickedAsync() => (await ViewAsync()).Lines.Where(line => line.IsThere).OrderBy(line => line.Order).Select(line => line.Name);

    private protected Task<List<Participant>> PeopleAsync() => Fixture.ReadAsync(db => db.Participants.OrderBy(person => person.Order).ToListAsync());

    private protected Task<List<Presence>> PresencesAsync() => Fixture.ReadAsync(db => db.Presences.ToListAsync());

    private protected async Task<MinutesDocument> MinutesAsync()
    {
        var meeting = await Fixture.MeetingAsync();
        return await Fixture.ReadAsync(db => BuildMinutes.FromAsync(db, Board.Forum, meeting));
    }
}
