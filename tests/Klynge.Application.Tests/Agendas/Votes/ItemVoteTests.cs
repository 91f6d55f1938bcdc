using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Votes;

/// <summary>A vote at a meeting is written down by name, counted by the rules, and printed with what the minority said.</summary>
public sealed class ItemVoteTests : IAsyncLifetime
{
    private MinutesBoard _minutes = null!;

    private TestBoard Board => _minutes.Board;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _minutes = await MinutesBoard.CreateAsync();
        await RulesAsync(rules => rules with { Quorum = new QuorumRule(0.5m, EverySector: false) });
    }

    public ValueTask DisposeAsync() => _minutes.DisposeAsync();

    [Fact]
    public async Task Vote_IsPrintedByName_WithItsResult_AndWhatTheMinoritySaid()
    {
        (await SaveAsync(1, [Board.Chair, Board.Member], [Board.Doctor], [Board.OtherMember], question: "Ændringsforslag fra Birkelse Kommune.", dissent: "Lægerne finder det for dyrt.")).Card();

        const string vote = "Afstemning om »Ændringsforslag fra Birkelse Kommune«: 2 stemte for (Karen Ravn og Mads Holt), 1 stemte imod (Omar Said), og 1 undlod at stemme (Lene Aagaard). "
            + "Forslaget blev vedtaget.\n\nMindretalsudtalelse: Lægerne finder det for dyrt.";
        Assert.Equal($"Dagsordenen blev godkendt.\n\n{vote}", (await DocumentAsync()).Items[0].Decision);
        Assert.Equal("Dagsordenen blev godkendt.", (await ItemAsync(1)).Decision);
        Assert.Contains("2 stemte for (Karen Ravn og Mads Holt)", (await PressAsync(AgendaVerbs.Item, 1, [])).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, ItemVoteResult.FallenOnEqualVotes)]
    [InlineData(true, ItemVoteResult.CarriedByChair)]
    public async Task EqualVotes_AreDecidedByTheChair_WhereTheRulesSaySo(bool castingVote, ItemVoteResult result)
    {
        await RulesAsync(rules => rules with { HasCastingVote = castingVote });
        await using (var db = Board.Open())
            await db.Members.Where(seat => seat.PersonId == Board.Chair.Id).ExecuteUpdateAsync(set => set.SetProperty(seat => seat.Role, Role.Chair), Ct);

        await SaveAsync(1, [Board.Chair, Board.Member], [Board.Doctor, Board.OtherMember]);

        Assert.Equal(result, Assert.Single((await ItemAsync(1)).Content.Votes).Result);
    }

    /// <summary>The deputy leads where the chair is not there in person, and only there.</summary>
    [Theory]
    [InlineData(false, ItemVoteResult.CarriedByChair)]
    [InlineData(true, ItemVoteResult.FallenByChair)]
    public async Task EqualVotes_AreDecidedByTheDeputy_WhereTheChairIsAway(bool chairIsAway, ItemVoteResult result)
    {
        await RulesAsync(rules => rules with { HasCastingVote = true });
        await using (var db = Board.Open())
        {
            await db.Members.Where(seat => seat.PersonId == Board.Chair.Id).ExecuteUpdateAsync(set => set.SetProperty(seat => seat.Role, Role.Chair), Ct);
            await db.Members.Where(seat => seat.PersonId == Board.Doctor.Id).ExecuteUpdateAsync(set => set.SetProperty(seat => seat.Role, Role.DeputyChair), Ct);
        }

        if (chairIsAway)
            await AwayAsync(1, [await SeatAsync(Board.Chair)]);

        await SaveAsync(1, chairIsAway ? [Board.Member] : [Board.Chair], [Board.Doctor]);

        Assert.Equal(result, Assert.Single((await ItemAsync(1)).Content.Votes).Result);
    }

    /// <summary>Where a forum's rules do not ask for names (<c>namedVotes</c>), its minutes say how many; the secretariat's card still says who.</summary>
    [Fact]
    public async Task WhereTheRulesAskForNoNames_TheMinutesSayHowMany()
    {
        await RulesAsync(rules => rules with { NamedVotes = new LegalSwitch(false, "Forretningsordenen § 9") });

        var card = (await SaveAsync(1, [Board.Chair, Board.Member], [Board.Doctor])).Text();

        Assert.Contains("Karen Ravn", card, StringComparison.Ordinal);
        Assert.EndsWith("Afstemning: 2 stemte for, 1 stemte imod, og ingen undlod at stemme. Forslaget blev vedtaget.", (await DocumentAsync()).Items[0].Decision, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAQuorum_NothingIsDecided()
    {
        await AwayAsync(1, [await SeatAsync(Board.Member), await SeatAsync(Board.OtherMember), await SeatAsync(Board.Doctor)]);

        Assert.Contains("Forummet var ikke beslutningsdygtigt, så der er intet besluttet.", (await SaveAsync(1, [Board.Chair], [])).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverIsInhabilAwayOrWithoutAVote_IsNotCounted_AndNothingIsSaved()
    {
        await AwayAsync(1, [await SeatAsync(Board.Member)], "recused");

        Assert.Contains("Mads Holt deltog ikke i behandlingen af punktet", (await SaveAsync(1, [Board.Chair, Board.Member], [])).Refused<VoterNotThere>().Text, StringComparison.Ordinal);
        (await SaveAsync(1, [Board.Chair, Board.Observer], [])).Refused<VoterUnknown>();
        (await SaveAsync(1, [Board.Chair], [Board.Chair])).Refused<VotedTwice>();
        (await SaveAsync(1, [], [])).Refused<VotesMissing>();
        (await PressAsync(AgendaVerbs.Vote, 1, [("for", "ikke et id"), ("vote", Guid.CreateVersion7().ToString("N"))])).Refused<VoterUnknown>();
        (await PressAsync(AgendaVerbs.Vote, 1, [("for", (await SeatAsync(Board.Chair)).Value.ToString("N"))], Board.Member)).Refused<NotAllowed>();

        Assert.Empty((await ItemAsync(1)).Content.Votes);
        Assert.DoesNotContain("Mads Holt", (await PressAsync(AgendaVerbs.VoteForm, 1, [])).Card().Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameVote_WrittenAgain_TakesThePlaceOfWhatStood_AndIsTakenOutByOnePress()
    {
        var id = Guid.CreateVersion7().ToString("N");
        await SaveAsync(1, [Board.Chair], [Board.Member], id: id);
        await SaveAsync(1, [Board.Chair], [Board.Member], id: id);
        await SaveAsync(1, [Board.Chair, Board.Member], [], id: id);

        Assert.Equal(2, Assert.Single((await ItemAsync(1)).Content.Votes).Count(SeatAnswer.For));
        var form = (await PressAsync(AgendaVerbs.VoteForm, 1, [("vote", id)])).Card().Text();
        Assert.Contains((await SeatAsync(Board.Member)).Value.ToString("N"), form, StringComparison.Ordinal);
        Assert.Contains($"\"vote\":\"{id}\"", form, StringComparison.Ordinal);

        await PressAsync(AgendaVerbs.RemoveVote, 1, [("vote", id)]);
        await PressAsync(AgendaVerbs.RemoveVote, 1, [("vote", id)]);
        Assert.Empty((await ItemAsync(1)).Content.Votes);
    }

    [Fact]
    public async Task ClosedItem_AndAMeetingThatIsAhead_SayNothingOfVotes()
    {
        await SaveAsync(2, [Board.Chair], []);
        Assert.Null((await DocumentAsync()).Items[1].Decision);

        await using (var db = Board.Open())
            await db.Meetings.Where(meeting => meeting.Id == _minutes.Meeting.Id).ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Status, MeetingStatus.AgendaSent), Ct);

        (await SaveAsync(3, [Board.Chair], [])).Refused<VoteBeforeMeeting>();
        (await PressAsync(AgendaVerbs.VoteForm, 3, [])).Refused<VoteBeforeMeeting>();
    }

    private async Task<ChatReply> SaveAsync(
        int number, IReadOnlyList<Person> yes, IReadOnlyList<Person> no, IReadOnlyList<Person>? abstained = null, string? question = null, string? dissent = null, string? id = null) =>
        await PressAsync(
            AgendaVerbs.Vote,
            number,
            [
                ("vote", id ?? Guid.CreateVersion7().ToString("N")), ("question", question), ("dissent", dissent),
                ("for", await SeatsAsync(yes)), ("against", await SeatsAsync(no)), ("abstained", await SeatsAsync(abstained ?? [])),
            ]);

    private async Task<string> SeatsAsync(IReadOnlyList<Person> people)
    {
        var seats = new List<string>();
        foreach (var person in people)
            seats.Add((await SeatAsync(person)).Value.ToString("N"));

        return string.Join(',', seats);
    }

    private async Task AwayAsync(int number, IReadOnlyList<MemberId> seats, string how = "away") =>
        (await PressAsync(ItemAttendanceVerbs.Save, number, [(how, string.Join(',', seats.Select(seat => seat.Value.ToString("N"))))])).Card();

    private async Task<ChatReply> PressAsync(string verb, int number, IReadOnlyList<(string Name, string? Value)> fields, Person? by = null)
    {
        var item = await ItemAsync(number);
        var data = new JsonObject { ["forum"] = item.ForumId.Value.ToString("N"), ["meeting"] = item.MeetingId.Value.ToString("N"), ["item"] = item.Id.Value.ToString("N") };
        foreach (var (name, value) in fields)
            data[name] = value;

        return await _minutes.Chat.PressAsync(by ?? Board.Secretary, verb, data);
    }

    private async Task RulesAsync(Func<RulesOfProcedure, RulesOfProcedure> change)
    {
        await using var db = Board.Open();
        var forum = (await db.Forums.FindAsync([Board.Forum.Id], Ct))!;
        forum.Rules = change(forum.Rules);
        await db.SaveChangesAsync(Ct);
    }

    private async Task<MemberId> SeatAsync(Person person)
    {
        await using var db = Board.Open();
        return (await db.Members.SingleAsync(seat => seat.PersonId == person.Id && seat.ForumId == Board.Forum.Id, Ct)).Id;
    }

    private async Task<AgendaItem> ItemAsync(int number)
    {
        await using var db = Board.Open();
        return await db.AgendaItems.SingleAsync(item => item.MeetingId == _minutes.Meeting.Id && item.Number == number, Ct);
    }

    private async Task<MinutesDocument> DocumentAsync()
    {
        await using var db = Board.Open();
        return await BuildMinutes.FromAsync(db, await db.Forums.SingleAsync(forum => forum.Id == Board.Forum.Id, Ct), await db.Meetings.SingleAsync(one => one.Id == _minutes.Meeting.Id, Ct));
    }
}
