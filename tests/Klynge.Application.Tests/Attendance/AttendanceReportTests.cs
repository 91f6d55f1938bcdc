using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Minutes;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Invitations;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Attendance;

/// <summary>From the end of the meeting over the report to what the minutes print.</summary>
public sealed class AttendanceReportTests : IAsyncLifetime
{
    private CalendarBench _bench = null!;

    private TestBoard Board => _bench.Board;

    public async ValueTask InitializeAsync()
    {
        _bench = await CalendarBench.CreateAsync();
        await _bench.LinkAsync();
        await _bench.ChangesAsync(_bench.Answered((Board.Member, InvitationResponse.Declined)));
        await _bench.ForgetMessagesAsync();
        Board.Clock.Advance(CalendarBench.At(16) - _bench.Now);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Proposal_NamesWhoCameDespiteAnApologyAndWhoStayedAway()
    {
        await EndAsync();
        ReportSays(Was(Board.Chair, 0, 120), Was(Board.Member, 10, 110), Was(Board.Doctor, 0, 4), Was(Board.Secretary, 0, 120));
        await ReportIsReadAsync();

        var card = (await _bench.MessagesToAsync(Board.Secretary))[^1];
        Assert.Contains("Karen Ravn, medformand · 120 min", card, StringComparison.Ordinal);
        Assert.Contains("Mads Holt, medlem (afbud) · 100 min, deltog trods afbud", card, StringComparison.Ordinal);
        Assert.Contains("Lene Aagaard, medlem · ikke set i Teams", card, StringComparison.Ordinal);
        Assert.Contains("Omar Said, medlem · kun 4 min", card, StringComparison.Ordinal);
        Assert.Equal(["Karen Ravn", "Mads Holt", "Sofie Bech"], await TickedAsync());
        Assert.All(await PeopleAsync(), person => Assert.Null(person.Attended));
    }

    [Fact]
    public async Task Confirmed_ItStandsInTheMinutes()
    {
        await EndAsync();
        ReportSays(Was(Board.Chair, 0, 120), Was(Board.Member, 10, 110), Was(Board.Doctor, 0, 120), Was(Board.Secretary, 0, 120));
        await ReportIsReadAsync();

        await SaveAsync([.. (await ViewAsync()).Lines.Where(line => line.IsThere).Select(line => line.Id.Value)]);

        var section = Assert.Single((await MinutesAsync()).Sections);
        Assert.Contains("Mads Holt havde meldt afbud, men deltog.", section.Text, StringComparison.Ordinal);
        Assert.Contains("Lene Aagaard", section.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecretariatAltersTheProposal()
    {
        await EndAsync();
        ReportSays(Was(Board.Chair, 0, 120));
        await ReportIsReadAsync();

        await SaveAsync([.. (await PeopleAsync()).Select(person => person.Id.Value)]);

        Assert.All(await PeopleAsync(), person => Assert.True(person.Attended));
        Assert.All((await ViewAsync()).Lines, line => Assert.True(line.IsThere));
    }

    [Fact]
    public async Task ThresholdOfTheForum_Counts()
    {
        await _bench.ChangeAsync(async db =>
        {
            var forum = await db.Forums.SingleAsync(one => one.Id == Board.Forum.Id);
            forum.Rules = forum.Rules with { AttendanceMinutes = 30 };
        });
        await EndAsync();
        ReportSays(Was(Board.Chair, 0, 29), Was(Board.Doctor, 0, 30));
        await ReportIsReadAsync();

        Assert.Equal(["Omar Said"], await TickedAsync());
    }

    [Fact]
    public async Task TwoDevicesAndARestart_AreOnePersonsUnion()
    {
        await EndAsync();
        _bench.Outlook.Reports.Add(Report("a", 0, 20, Was(Board.Chair, 0, 5), Was(Board.Chair, 3, 6)));
        _bench.Outlook.Reports.Add(Report("b", 30, 120, Was(Board.Chair, 30, 36)));
        await ReportIsReadAsync();

        Assert.Equal(12, Assert.Single(await PresencesAsync()).Minutes);
    }

    [Fact]
    public async Task PhoneAndStranger_AreQuestions_AndALobbyIsNoAttendance()
    {
        await EndAsync();
        ReportSays(
            new AttendanceRecord(null, null, "+45 20 ** ** 12", AttendanceKind.Phone, [Between(0, 90)]),
            new AttendanceRecord(null, null, "Omar", AttendanceKind.Anonymous, [Between(0, 60)]),
            Was(Board.OtherMember));
        await ReportIsReadAsync();

        var card = (await _bench.MessagesToAsync(Board.Secretary))[^1];
        Assert.Contains("2 var med, som jeg ikke kender", card, StringComparison.Ordinal);
        Assert.Contains("»+45 20 ** ** 12«, telefon, 90 minutter", card, StringComparison.Ordinal);
        Assert.Contains("Lene Aagaard, medlem · kun i lobbyen", card, StringComparison.Ordinal);
        Assert.Empty(await TickedAsync());
    }

    [Fact]
    public async Task Questions_AreAnsweredOnTheCard()
    {
        await EndAsync();
        ReportSays(
            new AttendanceRecord(null, null, "+45 20 ** ** 12", AttendanceKind.Phone, [Between(0, 90)]),
            new AttendanceRecord(null, "gaest@kommune.example", "Gitte Gæst", AttendanceKind.Account, [Between(0, 60)]),
            new AttendanceRecord(null, "ida@x.example", "Ida Lund", AttendanceKind.Account, [Between(0, 60)]));
        await ReportIsReadAsync();
        var people = await PeopleAsync();
        var asked = await PresencesAsync();

        var reply = await SaveAsync(
            [],
            (Of(asked, "+45"), people.Single(one => one.Name == "Omar Said").Id.Value.ToString("N")),
            (Of(asked, "Gitte"), "guest"),
            (Of(asked, "Ida"), "substitute:" + people.Single(one => one.Name == "Mads Holt").Id.Value.ToString("N")));

        Assert.Contains("2 personer deltog", reply.Text(), StringComparison.Ordinal);
        people = await PeopleAsync();
        Assert.True(people.Single(one => one.Name == "Omar Said").Attended);
        Assert.Equal((Role.Guest, true), (people[^1].Role, people[^1].Attended));
        Assert.Equal((false, "Ida Lund"), (people.Single(one => one.Name == "Mads Holt").Attended, people.Single(one => one.Name == "Mads Holt").SubstituteName));
        Assert.Equal(
            ["gaest@kommune.example"], await _bench.ReadAsync(db => db.KnownAttendees.Select(known => known.Address).ToListAsync()));
    }

    [Fact]
    public async Task ReportThatIsNotReady_IsTriedAgain_AndTheSecretariatIsToldOnce()
    {
        await EndAsync();
        Assert.Contains("Mødet er slut", Assert.Single(await _bench.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
        for (var minutes = 0; minutes < 40; minutes++)
        {
            Board.Clock.Advance(Duration.FromMinutes(1));
            await _bench.WorkOffAsync();
        }

        Assert.Contains("Fremmødet er ikke klar fra Teams endnu", Assert.Single((await _bench.MessagesToAsync(Board.Secretary)).Skip(1)), StringComparison.Ordinal);
        ReportSays(Was(Board.Chair, 0, 120));
        Board.Clock.Advance(Duration.FromHours(1));
        await _bench.WorkOffAsync();
        Assert.Contains("hvem deltog?", (await _bench.MessagesToAsync(Board.Secretary))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportThatNeverComes_IsGivenUpAfterADay()
    {
        await EndAsync();
        Board.Clock.Advance(Duration.FromHours(25));

        await _bench.WorkOffAsync();

        Assert.Contains("Teams har ikke lavet nogen fremmøderapport", (await _bench.MessagesToAsync(Board.Secretary))[^1], StringComparison.Ordinal);
        Assert.Empty(await _bench.ReadAsync(db => db.CalendarInbox.ToListAsync()));
    }

    [Fact]
    public async Task ReportOfAnotherOccurrence_IsNotTheMeetings()
    {
        await EndAsync();
        _bench.Outlook.Reports.Add(Report("old", -7 * 24 * 60, (-7 * 24 * 60) + 60, Was(Board.Chair, 0, 120)));
        await ReportIsReadAsync();

        Assert.Empty(await PresencesAsync());
    }

    [Fact]
    public async Task RestartAfterTheProposal_AsksAgainWithWhatWasSaved()
    {
        await EndAsync();
        ReportSays(Was(Board.Chair, 0, 120));
        await ReportIsReadAsync();
        await SaveAsync([.. (await PeopleAsync()).Where(person => person.Name is "Karen Ravn" or "Lene Aagaard").Select(person => person.Id.Value)]);

        await EndAsync();
        _bench.Outlook.Reports.Add(Report("b", 120, 150, Was(Board.Doctor, 120, 150)));
        await ReportIsReadAsync();

        Assert.Equal(["Karen Ravn", "Lene Aagaard"], await TickedAsync());
        Assert.Contains("Omar Said, medlem · 18 min", (await _bench.MessagesToAsync(Board.Secretary))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_ReadsAtOnce_AndIsTheSecretariatsAlone()
    {
        await EndAsync();
        ReportSays(Was(Board.Chair, 0, 120));

        var reply = await _bench.Buttons.SayAsync(Board.Secretary, new ChatCommand.RollCall(null, null));

        Assert.Contains("Karen Ravn, medformand · 120 min", reply.Text(), StringComparison.Ordinal);
        (await _bench.Buttons.SayAsync(Board.Member, new ChatCommand.RollCall(null, null))).Refused<NotAllowed>();
    }

    [Fact]
    public async Task Command_WhileTheReportIsNotReady_SaysSoAndAsksAllTheSame()
    {
        await EndAsync();

        var reply = await _bench.Buttons.SayAsync(Board.Secretary, new ChatCommand.RollCall(null, null));

        Assert.Contains("Teams har ikke gjort fremmøderapporten klar endnu", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("hvem deltog?", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_BeforeAnyMeetingIsHeld_IsRefused() =>
        (await _bench.Buttons.SayAsync(Board.Secretary, new ChatCommand.RollCall(null, null))).Refused<MeetingNotHeld>();

    [Fact]
    public async Task InvitedGuest_StandsOnTheListOfParticipants()
    {
        await _bench.ChangeAsync(async db => db.KnownAttendees.Add(new KnownAttendee
        {
            ForumId = Board.Forum.Id,
            Address = "gaest@kommune.example",
            Match = InvitationMatch.Guest,
            AnsweredAt = _bench.Now,
        }));
        var read = _bench.Answered((Board.Member, InvitationResponse.Declined));
        await _bench.ChangesAsync(read with
        {
            Attendees = [.. read.Attendees, new CalendarAttendee("gaest@kommune.example", "Gitte Gæst", null, InvitationResponse.Accepted, _bench.Now)],
        });

        await EndAsync();

        Assert.Equal(("Gitte Gæst", Role.Guest), ((await PeopleAsync())[^1].Name, (await PeopleAsync())[^1].Role));
    }

    /// <summary>Two sat in the room, one of them without having answered; a third sat at home.</summary>
    [Fact]
    public async Task RoomInTheMeeting_IsNobody_AndWhoSaidYesMayHaveSatInIt()
    {
        var read = _bench.Answered((Board.Member, InvitationResponse.Declined), (Board.Chair, InvitationResponse.Accepted), (Board.OtherMember, InvitationResponse.Accepted));
        await _bench.ChangesAsync(read with { Rooms = [new CalendarAttendee("Lokale3@region.example", "Lokale 3", null, InvitationResponse.Accepted, _bench.Now)] });
        Assert.Empty(await _bench.MessagesToAsync(Board.Secretary)); // A room is no question.
        await EndAsync();
        ReportSays(Was(Board.Chair, 0, 120), new AttendanceRecord(Guid.NewGuid().ToString(), "lokale3@region.example", "Lokale 3", AttendanceKind.Account, [Between(0, 118)]));
        await ReportIsReadAsync();

        var card = (await _bench.MessagesToAsync(Board.Secretary))[^1];
        Assert.Contains("»Lokale 3« var med som mødelokale. Teams viser ikke, hvem der sad dér: sæt selv hak ved dem.", card, StringComparison.Ordinal);
        Assert.Contains("Lene Aagaard, medlem · sagde ja i Outlook, deltog i lokalet?", card, StringComparison.Ordinal);
        Assert.Contains("Omar Said, medlem · ikke set i Teams", card, StringComparison.Ordinal);
        Assert.DoesNotContain("som jeg ikke kender", card, StringComparison.Ordinal);
        Assert.Equal(["Karen Ravn"], await TickedAsync());
        Assert.Equal(InvitationMatch.Room, (await PresencesAsync()).Single(one => one.Name == "Lokale 3").Match);
    }

    /// <summary>It was booked by other means than the invitation; said once, it is known.</summary>
    [Fact]
    public async Task RoomThatNobodyBooked_IsAQuestionOnce()
    {
        await EndAsync();
        var room = new AttendanceRecord(Guid.NewGuid().ToString(), "lokale9@region.example", "Lokale 9", AttendanceKind.Account, [Between(0, 118)]);
        ReportSays(room);
        await ReportIsReadAsync();
        await SaveAsync([], (Of(await PresencesAsync(), "Lokale"), "room"));

        Assert.Equal(["Lokale 9"], (await ViewAsync()).Rooms);
        Assert.Empty((await ViewAsync()).Unknown);
        Assert.DoesNotContain(await PeopleAsync(), person => person.Name == "Lokale 9");
        Assert.Equal(InvitationMatch.Room, (await _bench.ReadAsync(db => db.KnownAttendees.SingleAsync())).Match);
    }

    private async Task EndAsync()
    {
        var meeting = await _bench.MeetingAsync();
        await _bench.Buttons.Get<FinishMeeting>().HandleAsync(
            Caller.System, new MeetingEventRequest(Board.Forum.Id, meeting.Id), CancellationToken.None);
    }

    private async Task ReportIsReadAsync()
    {
        Board.Clock.Advance(Duration.FromMinutes(3));
        await _bench.WorkOffAsync();
    }

    private void ReportSays(params AttendanceRecord[] records) => _bench.Outlook.Reports.Add(Report("a", 0, 120, records));

    private static AttendanceReport Report(string id, int from, int to, params AttendanceRecord[] records) => new(id, At(from), At(to), records);

    private static AttendanceRecord Was(Person person, params int[] minutes) => new(
        person.EntraObjectId, person.Email, person.Name, AttendanceKind.Account, minutes.Length == 0 ? [] : [Between(minutes[0], minutes[1])]);

    private static Interval Between(int from, int to) => new(At(from), At(to));

    private static Instant At(int minute) => CalendarBench.At(14) + Duration.FromMinutes(minute);

    private static Guid Of(List<Presence> presences, string name) =>
        presences.Single(one => one.Name.StartsWith(name, StringComparison.Ordinal)).Id.Value;

    private async Task<ChatReply> SaveAsync(IEnumerable<Guid> attended, params (Guid Presence, string Value)[] who)
    {
        var meeting = await _bench.MeetingAsync();
        var data = new Dictionary<string, string>
        {
            ["forum"] = Board.Forum.Id.Value.ToString("N"),
            ["meeting"] = meeting.Id.Value.ToString("N"),
            ["attended"] = string.Join(',', attended.Select(id => id.ToString("N"))),
        };
        foreach (var (presence, value) in who)
            data["who" + presence.ToString("N")] = value;

        return await _bench.Buttons.PressAsync(Board.Secretary, MeetingVerbs.RollCall, data);
    }

    private async Task<RollCallView> ViewAsync()
    {
        var meeting = await _bench.MeetingAsync();
        return (await _bench.ReadAsync(db => db.RollCallAsync(Board.Forum.Id, meeting.Id)))!;
    }

    private async Task<IEnumerable<string>> TickedAsync() => (await ViewAsync()).Lines.Where(line => line.IsThere).OrderBy(line => line.Order).Select(line => line.Name);

    private Task<List<Participant>> PeopleAsync() => _bench.ReadAsync(db => db.Participants.OrderBy(person => person.Order).ToListAsync());

    private Task<List<Presence>> PresencesAsync() => _bench.ReadAsync(db => db.Presences.ToListAsync());

    private async Task<MinutesDocument> MinutesAsync()
    {
        var meeting = await _bench.MeetingAsync();
        return await _bench.ReadAsync(db => BuildMinutes.FromAsync(db, Board.Forum, meeting));
    }
}
