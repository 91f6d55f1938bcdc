using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Attendance;

/// <summary>From the end of the meeting over the report to what the minutes print.</summary>
public sealed class AttendanceReportTests : AttendanceReportScenario
{
    [Fact]
    public async Task Proposal_NamesWhoCameDespiteAnApologyAndWhoStayedAway()
    {
        await EndAsync();
        ReportSays(Was(Board.Chair, 0, 120), Was(Board.Member, 10, 110), Was(Board.Doctor, 0, 4), Was(Board.Secretary, 0, 120));
        await ReportIsReadAsync();

        var card = (await Fixture.MessagesToAsync(Board.Secretary))[^1];
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
        await Fixture.ChangeAsync(async db =>
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
        Fixture.Outlook.Reports.Add(Report("a", 0, 20, Was(Board.Chair, 0, 5), Was(Board.Chair, 3, 6)));
        Fixture.Outlook.Reports.Add(Report("b", 30, 120, Was(Board.Chair, 30, 36)));
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

        var card = (await Fixture.MessagesToAsync(Board.Secretary))[^1];
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
            ["gaest@kommune.example"], await Fixture.ReadAsync(db => db.KnownAttendees.Select(known => known.Address).ToListAsync()));
    }

    [Fact]
    public async Task RestartAfterTheProposal_AsksAgainWithWhatWasSaved()
    {
        await EndAsync();
        ReportSays(Was(Board.Chair, 0, 120));
        await ReportIsReadAsync();
        await SaveAsync([.. (await PeopleAsync()).Where(person => person.Name is "Karen Ravn" or "Lene Aagaard").Select(person => person.Id.Value)]);

        await EndAsync();
        Fixture.Outlook.Reports.Add(Report("b", 120, 150, Was(Board.Doctor, 120, 150)));
        await ReportIsReadAsync();

        Assert.Equal(["Karen Ravn", "Lene Aagaard"], await TickedAsync());
        Assert.Contains("Omar Said, medlem · 18 min", (await Fixture.MessagesToAsync(Board.Secretary))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvitedGuest_StandsOnTheListOfParticipants()
    {
        await Fixture.ChangeAsync(async db => db.KnownAttendees.Add(new KnownAttendee
        {
            ForumId = Board.Forum.Id,
            Address = "gaest@kommune.example",
            Match = InvitationMatch.Guest,
            AnsweredAt = Fixture.Now,
        }));
        var read = Fixture.Answered((Board.Member, InvitationResponse.Declined));
        await Fixture.ChangesAsync(read with
        {
            Attendees = [.. read.Attendees, new CalendarAttendee("gaest@kommune.example", "Gitte Gæst", null, InvitationResponse.Accepted, Fixture.Now)],
        });

        await EndAsync();

        Assert.Equal(("Gitte Gæst", Role.Guest), ((await PeopleAsync())[^1].Name, (await PeopleAsync())[^1].Role));
    }

    /// <summary>Two sat in the room, one of them without having answered; a third sat at home.</summary>
    [Fact]
    public async Task RoomInTheMeeting_IsNobody_AndWhoSaidYesMayHaveSatInIt()
    {
        var read = Fixture.Answered((Board.Member, InvitationResponse.Declined), (Board.Chair, InvitationResponse.Accepted), (Board.OtherMember, InvitationResponse.Accepted));
        await Fixture.ChangesAsync(read with { Rooms = [new CalendarAttendee("Lokale3@region.example", "Lokale 3", null, InvitationResponse.Accepted, Fixture.Now)] });
        Assert.Empty(await Fixture.MessagesToAsync(Board.Secretary)); // A room is no question.
        await EndAsync();
        ReportSays(Was(Board.Chair, 0, 120), new AttendanceRecord(Guid.NewGuid().ToString(), "lokale3@region.example", "Lokale 3", AttendanceKind.Account, [Between(0, 118)]));
        await ReportIsReadAsync();

        var card = (await Fixture.MessagesToAsync(Board.Secretary))[^1];
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
        Assert.Equal(InvitationMatch.Room, (await Fixture.ReadAsync(db => db.KnownAttendees.SingleAsync())).Match);
    }
}
