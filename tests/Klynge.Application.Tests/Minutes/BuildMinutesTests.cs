using Klynge.Application.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Minutes;

public sealed class BuildMinutesTests : IAsyncLifetime
{
    private MinutesBoard _minutes = null!;

    private TestBoard Board => _minutes.Board;

    public async ValueTask InitializeAsync() => _minutes = await MinutesBoard.CreateAsync();

    public ValueTask DisposeAsync() => _minutes.DisposeAsync();

    [Fact]
    public async Task BeforeAnybodyIsOnRecord_TheSeatsAndApologiesAreTheParticipants()
    {
        await using (var db = Board.Open())
        {
            var seat = await db.Members.SingleAsync(member => member.PersonId == Board.Member.Id);
            var apology = Apology.Register(_minutes.Meeting.Id, seat.Id, ApologySource.Member, Board.Clock.GetCurrentInstant());
            apology.Detail(null, "Bo Vikar", "ferie");
            db.Add(apology);
            await db.SaveChangesAsync();
        }

        var document = await BuildAsync();

        Assert.Equal(
            ["Karen Ravn", "Mads Holt", "Lene Aagaard", "Omar Said", "Bo Ørum", "Sofie Bech"], document.Participants.Select(person => person.Name));
        Assert.Equal([MinutesRole.CoChair, MinutesRole.Member, MinutesRole.Member, MinutesRole.Member, MinutesRole.Observer, MinutesRole.Secretariat],
            document.Participants.Select(person => person.Role));
        Assert.Equal((true, "Bo Vikar"), (document.Participants[1].Apology, document.Participants[1].Substitute));
    }

    /// <summary>A council's rules may want the party beside the name; the deputy chair is never printed as medformand.</summary>
    [Theory]
    [InlineData(true, "A")]
    [InlineData(false, null)]
    public async Task Party_IsPrintedWhereTheRulesSaySo_AndTheDeputyIsWhatTheyAre(bool prints, string? expected)
    {
        await using (var db = Board.Open())
        {
            var seat = await db.Members.SingleAsync(member => member.PersonId == Board.Member.Id);
            (seat.Party, seat.Role) = ("A", Role.DeputyChair);
            var forum = await db.Forums.SingleAsync(one => one.Id == Board.Forum.Id);
            forum.Rules = forum.Rules with { Minutes = forum.Rules.Minutes with { Party = prints } };
            await db.SaveChangesAsync();
        }

        await using var read = Board.Open();
        var document = await Klynge.Application.Minutes.BuildMinutes.FromAsync(read, await read.Forums.SingleAsync(one => one.Id == Board.Forum.Id), _minutes.Meeting);

        Assert.Equal((expected, MinutesRole.DeputyChair), (document.Participants[1].Party, document.Participants[1].Role));
    }

    [Fact]
    public async Task OnceTheyAreOnRecord_TheParticipantsStayWhoTheyWere()
    {
        await Board.AddAsync(
            Participant("Gamle Navn", apology: true, attended: true, 0),
            Participant("Ny Navn", apology: false, attended: false, 1),
            Participant("Der Var", apology: false, attended: true, 2));

        var document = await BuildAsync();

        Assert.Equal(["Gamle Navn", "Ny Navn", "Der Var"], document.Participants.Select(person => person.Name));
        var section = Assert.Single(document.Sections);
        Assert.Equal(("Fremmøde", "Gamle Navn havde meldt afbud, men deltog.\n\nNy Navn deltog ikke."), (section.Heading!, section.Text));
    }

    [Fact]
    public async Task Facts_AreThoseOfTheMeeting()
    {
        await using (var db = Board.Open())
        {
            var meeting = await db.Meetings.SingleAsync();
            (meeting.ChairId, meeting.MinuteTakerId, meeting.CaseNumber) = (Board.Chair.Id, Board.Secretary.Id, "26/1");
            await db.SaveChangesAsync();
        }

        var document = await BuildAsync();

        Assert.Equal(("Chefforum", "Rådhuset", "Karen Ravn", "Sofie Bech", "26/1"),
            (document.Forum, document.Place, document.Chair, document.MinuteTaker, document.CaseNumber));
        Assert.Equal((_minutes.Meeting.Date, _minutes.Meeting.Start, _minutes.Meeting.End), (document.Date!.Value, document.Start!.Value, document.End));
        Assert.Equal(MinutesKind.Minutes, document.Kind);
    }

    private Participant Participant(string name, bool apology, bool attended, int order) => new()
    {
        MeetingId = _minutes.Meeting.Id,
        Name = name,
        Role = Role.Member,
        Apology = apology,
        Attended = attended,
        Order = order,
    };

    private async Task<MinutesDocument> BuildAsync()
    {
        await using var db = Board.Open();
        return await BuildMinutes.FromAsync(db, Board.Forum, await db.Meetings.SingleAsync());
    }
}
