using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Votes;

/// <summary>A meeting votes on cards: each voter gets one, presses, and what was pressed is counted when the secretariat closes the vote.</summary>
public sealed class ItemBallotTests : IAsyncLifetime
{
    private readonly string _ballot = Guid.CreateVersion7().ToString("N");
    private MinutesBoard _minutes = null!;

    private TestBoard Board => _minutes.Board;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _minutes = await MinutesBoard.CreateAsync();
        await StandAsync(MeetingStatus.InProgress);
        await using var db = Board.Open();
        var forum = (await db.Forums.FindAsync([Board.Forum.Id], Ct))!;
        forum.Rules = forum.Rules with { Quorum = new QuorumRule(0.5m, EverySector: false) };
        await db.SaveChangesAsync(Ct);
    }

    public ValueTask DisposeAsync() => _minutes.DisposeAsync();

    [Fact]
    public async Task WholeVote_IsAskedPressedAndCounted_AndPrintedByName()
    {
        var form = (await PressAsync(VoteVerbs.OpenForm)).Card().Text();
        Assert.Contains("Kortet sendes til Karen Ravn, Mads Holt, Lene Aagaard og Omar Said.", form, StringComparison.Ordinal);
        Assert.Contains("Afstemningen er i gang, og 4 kort er sendt.", (await OpenAsync("Vedtages ændringsforslaget?")).Text(), StringComparison.Ordinal);
        Assert.Equal([Board.Chair.Id, Board.Member.Id, Board.OtherMember.Id, Board.Doctor.Id], await AskedAsync());

        Assert.Contains("Du har stemt for kl. 09.00.", (await CastAsync(Board.Chair, "for")).Text(), StringComparison.Ordinal);
        Assert.Contains("Du har stemt imod", (await CastAsync(Board.Member, "against")).Text(), StringComparison.Ordinal);
        Assert.Contains("2 har stemt. Mangler: Lene Aagaard og Omar Said.", (await PressAsync(AgendaVerbs.Votes)).Card().Text(), StringComparison.Ordinal);
        await CastAsync(Board.Member, "for");
        await CastAsync(Board.Doctor, "abstain");
        Assert.Empty((await ItemAsync()).Content.Votes);

        var closed = (await PressAsync(VoteVerbs.Close)).Text();
        Assert.Contains("Afstemningen er lukket med 3 stemmer. Lene Aagaard har ikke stemt på kort.", closed, StringComparison.Ordinal);
        const string printed = "Afstemning om »Vedtages ændringsforslaget?«: 2 stemte for (Karen Ravn og Mads Holt), ingen stemte imod, og 1 undlod at stemme (Omar Said). Forslaget blev vedtaget.";
        Assert.Equal(printed, VoteTexts.Printed(Assert.Single((await ItemAsync()).Content.Votes)));
        Assert.Contains("2 stemte for (Karen Ravn og Mads Holt)", (await ShowAsync(Board.Member)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodySeesWhatOthersPress_WhileItRuns()
    {
        await OpenAsync();
        await CastAsync(Board.Member, "against");

        foreach (var text in new[] { (await PressAsync(AgendaVerbs.Votes)).Text(), (await ShowAsync(Board.Chair)).Text(), (await PressAsync(AgendaVerbs.Item)).Text() })
        {
            Assert.DoesNotContain("imod (", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Mads Holt har stemt", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhatSomebodyPressed_StaysTheirs_AndOthersAreWrittenIn()
    {
        await OpenAsync();
        await CastAsync(Board.Chair, "against");
        await PressAsync(VoteVerbs.Close);

        var form = (await PressAsync(AgendaVerbs.VoteForm, fields: [("vote", _ballot)])).Card().Text();
        Assert.Contains("En har selv stemt på kortet. Den stemme står fast.", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Karen Ravn", form, StringComparison.Ordinal);
        Assert.Equal("Karen Ravn", (await WriteAsync([Board.Chair], [])).Refused<VoteIsTheirOwn>().Name);
        Assert.Equal((0, 1), await CountAsync());

        await WriteAsync([Board.Member, Board.Doctor], []);
        Assert.Equal((2, 1), await CountAsync());
    }

    [Fact]
    public async Task SubstituteAtTheTable_Votes_AndTheMemberWhoIsAwayDoesNot()
    {
        await Board.AddAsync(Named("sten", "Sten Vikar", out var substitute));
        await SubstituteAsync(substitute);
        await OpenAsync();

        Assert.Contains("Du stemmer i stedet for Lene Aagaard.", (await CastAsync(substitute, "for")).Text(), StringComparison.Ordinal);
        (await CastAsync(Board.OtherMember, "for")).Refused<NoVoteAtItem>();
        await PressAsync(VoteVerbs.Close);
        Assert.Equal("Sten Vikar", Assert.Single(Assert.Single((await ItemAsync()).Content.Votes).Votes).Name);
    }

    [Fact]
    public async Task WhoeverIsInhabilOrHasNoVote_CannotPress_AndOneFoundInhabilLaterIsNotCounted()
    {
        await OpenAsync();
        await CastAsync(Board.Member, "for");
        await CastAsync(Board.Chair, "for");
        await PressAsync(ItemAttendanceVerbs.Save, fields: [("recused", (await SeatAsync(Board.Member)).Value.ToString("N"))]);

        (await CastAsync(Board.Member, "against")).Refused<NoVoteAtItem>();
        (await CastAsync(Board.Observer, "for")).Refused<NoVoteAtItem>();
        (await CastAsync(Board.Secretary, "for")).Refused<NoVoteAtItem>();
        (await CastAsync(Board.Stranger, "for")).Refused<ForumNotFound>();
        (await CastAsync(Board.Chair, "måske")).Refused<VotesMissing>();
        Assert.Contains("Mads Holt deltog ikke i behandlingen af punktet", (await PressAsync(VoteVerbs.Close)).Text(), StringComparison.Ordinal);
        Assert.Equal((1, 0), await CountAsync());
    }

    [Fact]
    public async Task Card_NamesTheSeat_AndAnothersIsRefused()
    {
        await OpenAsync();

        (await CastAsync(Board.Chair, "for", seat: await SeatAsync(Board.Member))).Refused<NoVoteAtItem>();
        await using var db = Board.Open();
        Assert.Empty(db.BallotAnswers);
    }

    [Fact]
    public async Task SamePressTwice_OpensOneVote_AndAnotherWaitsUntilItIsClosed()
    {
        await OpenAsync();
        await OpenAsync();
        Assert.Equal(4, (await AskedAsync()).Count);
        (await PressAsync(VoteVerbs.Open, fields: [("ballot", Guid.CreateVersion7().ToString("N"))])).Refused<BallotAlreadyOpen>();

        await CastAsync(Board.Chair, "for");
        await PressAsync(VoteVerbs.Close);
        await PressAsync(VoteVerbs.Close);
        Assert.Equal((1, 0), await CountAsync());
        Assert.Contains("Afstemningen er slut", (await CastAsync(Board.Chair, "against")).Text(), StringComparison.Ordinal);
        Assert.Equal((1, 0), await CountAsync());
    }

    [Fact]
    public async Task CalledOff_NothingIsCounted_AndANewOneCanBegin()
    {
        await OpenAsync();
        await CastAsync(Board.Chair, "for");
        Assert.Contains("Afstemningen er aflyst.", (await PressAsync(VoteVerbs.CallOff)).Text(), StringComparison.Ordinal);

        Assert.Empty((await ItemAsync()).Content.Votes);
        Assert.Contains("ingen stemmer tæller", (await ShowAsync(Board.Chair)).Text(), StringComparison.Ordinal);
        (await PressAsync(VoteVerbs.Close)).Refused<BallotIsOver>();
        (await PressAsync(VoteVerbs.Open, fields: [("ballot", Guid.CreateVersion7().ToString("N"))])).Card();
    }

    [Fact]
    public async Task OutsideTheMeeting_NothingIsOpenedOrPressed_ButWhatWasPressedIsStillCounted()
    {
        await OpenAsync();
        await CastAsync(Board.Chair, "for");
        await StandAsync(MeetingStatus.Held);

        Assert.Contains("Afstemningen er slut", (await CastAsync(Board.Member, "for")).Text(), StringComparison.Ordinal);
        await PressAsync(VoteVerbs.Close);
        Assert.Equal((1, 0), await CountAsync());
        (await PressAsync(VoteVerbs.Open, fields: [("ballot", Guid.CreateVersion7().ToString("N"))])).Refused<BallotOutsideMeeting>();
        (await PressAsync(VoteVerbs.OpenForm)).Refused<BallotOutsideMeeting>();
        await StandAsync(MeetingStatus.AgendaSent);
        (await PressAsync(VoteVerbs.Open, fields: [("ballot", Guid.CreateVersion7().ToString("N"))])).Refused<BallotOutsideMeeting>();
    }

    [Fact]
    public async Task WhereNobodyIsReached_TheVoteIsWrittenIn()
    {
        await using (var db = Board.Open())
            await db.People.Where(person => person.Id != Board.Doctor.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.TeamsUserId, (string?)null), Ct);

        Assert.Contains("Karen Ravn, Mads Holt og Lene Aagaard får ikke kortet.", (await PressAsync(VoteVerbs.OpenForm)).Card().Text(), StringComparison.Ordinal);
        await OpenAsync();
        Assert.Equal([Board.Doctor.Id], await AskedAsync());
        await PressAsync(VoteVerbs.CallOff);
        await using (var db = Board.Open())
            await db.People.ExecuteUpdateAsync(set => set.SetProperty(person => person.TeamsUserId, (string?)null), Ct);

        (await PressAsync(VoteVerbs.Open, fields: [("ballot", Guid.CreateVersion7().ToString("N"))])).Refused<NobodyToVote>();
    }

    [Fact]
    public async Task MyCases_HasTheVote_UntilItIsAnswered()
    {
        await OpenAsync("Vedtages ændringsforslaget?");

        Assert.Contains(VoteTexts.WaitForYou, (await _minutes.Chat.SayAsync(Board.Doctor, new ChatCommand.ShowMyCases())).Card().Text(), StringComparison.Ordinal);
        await CastAsync(Board.Doctor, "abstain");
        Assert.DoesNotContain(VoteTexts.WaitForYou, (await _minutes.Chat.SayAsync(Board.Doctor, new ChatCommand.ShowMyCases())).Card().Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AsAMessageInAChat_TheCardIsNotShown()
    {
        await OpenAsync();
        var data = new JsonObject { ["forum"] = Board.Forum.Id.Value.ToString("N"), ["ballot"] = _ballot };

        var reply = await _minutes.Chat.PressAsync(_minutes.Chat.Turn(Board.Chair, Board.Forum.Id, personal: false), VoteVerbs.Show, data, isFallback: true);
        Assert.IsType<ChatReply.Words>(reply);
    }

    private async Task<ChatReply> OpenAsync(string? question = null) => await PressAsync(VoteVerbs.Open, fields: [("ballot", _ballot), ("question", question)]);

    private Task<ChatReply> ShowAsync(Person by) => PressAsync(VoteVerbs.Show, by, []);

    private async Task<ChatReply> CastAsync(Person by, string answer, MemberId? seat = null) =>
        await PressAsync(VoteVerbs.Cast, by, [("answer", answer), .. seat is { } named ? [("member", named.Value.ToString("N"))] : Array.Empty<(string, string?)>()]);

    private async Task<ChatReply> WriteAsync(IReadOnlyList<Person> yes, IReadOnlyList<Person> no) =>
        await PressAsync(AgendaVerbs.Vote, fields: [("vote", _ballot), ("for", await SeatsAsync(yes)), ("against", await SeatsAsync(no))]);

    private Task<ChatReply> PressAsync(string verb, params IReadOnlyList<(string Name, string? Value)> fields) => PressAsync(verb, Board.Secretary, fields);

    private async Task<ChatReply> PressAsync(string verb, Person by, IReadOnlyList<(string Name, string? Value)> fields)
    {
        var item = await ItemAsync();
        var data = new JsonObject
        {
            ["forum"] = item.ForumId.Value.ToString("N"),
            ["meeting"] = item.MeetingId.Value.ToString("N"),
            ["item"] = item.Id.Value.ToString("N"),
            ["ballot"] = _ballot,
        };
        foreach (var (name, value) in fields)
            data[name] = value;

        return await _minutes.Chat.PressAsync(by, verb, data);
    }

    private async Task<(int For, int Against)> CountAsync()
    {
        var vote = Assert.Single((await ItemAsync()).Content.Votes);
        return (vote.Count(SeatAnswer.For), vote.Count(SeatAnswer.Against));
    }

    /// <summary>Who has got a card, in the order it was sent.</summary>
    private async Task<IReadOnlyList<PersonId>> AskedAsync()
    {
        await using var db = Board.Open();
        var sent = await db.Outbox.Where(message => message.Kind == OutboxKind.Notify).OrderBy(message => message.Id).ToListAsync(Ct);
        return [.. sent.Where(message => message.Payload!.Contains("ballot.cast", StringComparison.Ordinal)).Select(message => message.PersonId!.Value)];
    }

    private async Task StandAsync(MeetingStatus status)
    {
        await using var db = Board.Open();
        await db.Meetings.Where(meeting => meeting.Id == _minutes.Meeting.Id).ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Status, status), Ct);
    }

    private async Task SubstituteAsync(Person substitute)
    {
        await using var db = Board.Open();
        var seat = await db.Members.SingleAsync(one => one.PersonId == Board.OtherMember.Id && one.ForumId == Board.Forum.Id, Ct);
        seat.SubstituteIds = [substitute.Id];
        var apology = Apology.Register(_minutes.Meeting.Id, seat.Id, ApologySource.Member, Board.Clock.GetCurrentInstant());
        apology.Detail(substitute.Id, substitute.Name, reason: null);
        db.Apologies.Add(apology);
        await db.SaveChangesAsync(Ct);
    }

    private static Person Named(string key, string name, out Person person) =>
        person = new Person { Key = key, Name = name, Email = $"{key}@fjordlandet.example", TeamsUserId = $"29:{key}" };

    private async Task<string> SeatsAsync(IReadOnlyList<Person> people)
    {
        var seats = new List<string>();
        foreach (var person in people)
            seats.Add((await SeatAsync(person)).Value.ToString("N"));

        return string.Join(',', seats);
    }

    private async Task<MemberId> SeatAsync(Person person)
    {
        await using var db = Board.Open();
        return (await db.Members.SingleAsync(seat => seat.PersonId == person.Id && seat.ForumId == Board.Forum.Id, Ct)).Id;
    }

    private async Task<AgendaItem> ItemAsync()
    {
        await using var db = Board.Open();
        return await db.AgendaItems.SingleAsync(item => item.MeetingId == _minutes.Meeting.Id && item.Number == 1, Ct);
    }
}
