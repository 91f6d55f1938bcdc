using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Votes;

/// <summary>Seats, and who may vote, change while a vote on cards runs.</summary>
public sealed class BallotSeatTests : IAsyncLifetime
{
    private readonly ItemVoteId _ballot = ItemVoteId.New();
    private MinutesBoard _minutes = null!;
    private Person _substitute = null!;

    private TestBoard Board => _minutes.Board;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _minutes = await MinutesBoard.CreateAsync();
        await using var db = Board.Open();
        await db.Meetings.Where(meeting => meeting.Id == _minutes.Meeting.Id).ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Status, MeetingStatus.InProgress), Ct);
        var forum = (await db.Forums.FindAsync([Board.Forum.Id], Ct))!;
        forum.Rules = forum.Rules with { Quorum = new QuorumRule(0.5m, EverySector: false) };
        _substitute = new Person { Key = "sten", Name = "Sten Vikar", Email = "sten@fjordlandet.example", TeamsUserId = "29:sten" };
        db.People.Add(_substitute);
        await db.SaveChangesAsync(Ct);
        (await db.Members.SingleAsync(one => one.PersonId == Board.OtherMember.Id && one.ForumId == Board.Forum.Id, Ct)).SubstituteIds = [_substitute.Id];
        await db.SaveChangesAsync(Ct);
    }

    public ValueTask DisposeAsync() => _minutes.DisposeAsync();

    [Fact]
    public async Task WhatTheMemberPressed_IsNotTheSubstitutesVote()
    {
        await OpenAsync();
        await CastAsync(Board.OtherMember, SeatAnswer.Against);
        await CastAsync(Board.Chair, SeatAnswer.For);
        await SubstituteComesAsync();

        var shown = (await ShowAsync(_substitute)).Text();
        Assert.DoesNotContain("Du har stemt", shown, StringComparison.Ordinal);
        Assert.Contains("Imod", shown, StringComparison.Ordinal);
        Assert.Contains(VoteTexts.WaitForYou, (await _minutes.Chat.SayAsync(_substitute, new ChatCommand.ShowMyCases())).Card().Text(), StringComparison.Ordinal);

        var closed = await CloseAsync();
        Assert.Equal(1, closed.Counted);
        Assert.Equal(["Lene Aagaard"], closed.LeftOut);
        Assert.Contains("Sten Vikar", closed.Missing);
        Assert.Equal(["Karen Ravn"], (await VoteAsync()).Votes.Select(vote => vote.Name));
    }

    [Fact]
    public async Task SubstituteWhoComesAndPresses_HasTheVote()
    {
        await OpenAsync();
        await CastAsync(Board.OtherMember, SeatAnswer.Against);
        await SubstituteComesAsync();
        Assert.True((await CastAsync(_substitute, SeatAnswer.Against)).IsSuccess);

        var closed = await CloseAsync();
        Assert.Equal((1, 0), (closed.Counted, closed.LeftOut.Count));
        Assert.Equal(["Sten Vikar"], (await VoteAsync()).Votes.Select(vote => vote.Name));
    }

    [Fact]
    public async Task PressedAndThenNotThere_IsNamed()
    {
        await OpenAsync();
        await CastAsync(Board.Member, SeatAnswer.For);
        await CastAsync(Board.Chair, SeatAnswer.For);
        await ApologyAsync(Board.Member);

        var closed = await CloseAsync();
        Assert.Equal((1, "Mads Holt"), (closed.Counted, Assert.Single(closed.LeftOut)));
    }

    /// <summary>Whoever is kept out has no vote, and what they have pressed could not be told of afterwards.</summary>
    [Fact]
    public async Task NobodyIsKeptOut_WhileTheVoteRuns()
    {
        await CloseItemAsync(true);
        await OpenAsync();
        await CastAsync(Board.Member, SeatAnswer.For);

        Assert.IsType<ExclusionDuringVote>((await TryExcludeAsync(Board.Member)).Error);

        Assert.Equal(1, (await CloseAsync()).Counted);
        await ExcludeAsync(Board.Member);
        Assert.Equal(["Mads Holt"], (await VoteAsync()).Votes.Select(vote => vote.Name));
    }

    [Fact]
    public async Task KeptOutOfAnItemThatIsOpenAgain_Votes()
    {
        await CloseItemAsync(true);
        await ExcludeAsync(Board.Member);
        await CloseItemAsync(false);
        await OpenAsync();

        Assert.True((await CastAsync(Board.Member, SeatAnswer.For)).IsSuccess);
    }

    [Fact]
    public async Task PressesAndTheEnd_AtOnce_WhatIsCountedIsWhatStood()
    {
        await OpenAsync();
        var presses = new[] { Board.Chair, Board.Member, Board.OtherMember, Board.Doctor }.Select(person => CastAsync(person, SeatAnswer.For)).ToList();
        var close = CloseAsync();
        var more = new[] { Board.Chair, Board.Member, Board.OtherMember, Board.Doctor }.Select(person => CastAsync(person, SeatAnswer.Against)).ToList();
        await Task.WhenAll([.. presses, .. more]);
        await close;

        await using var db = Board.Open();
        var answers = await db.BallotAnswers.ToListAsync(Ct);
        var counted = (await db.AgendaItems.SingleAsync(item => item.MeetingId == _minutes.Meeting.Id && item.Number == 1, Ct)).Content.Votes;
        Assert.Equal(answers.Count, counted.Sum(vote => vote.Votes.Count));
        foreach (var vote in counted.SelectMany(one => one.Votes))
            Assert.Equal(answers.Single(answer => answer.MemberId == vote.Seat).Answer, vote.Answer);
    }

    [Fact]
    public async Task ForgedIds_OfAnotherForumAndMeeting_AreRefused()
    {
        var other = await Board.AddMeetingAsync();
        var foreign = AgendaItem.Add(other, 1, new AgendaItemContent { Title = "Andet" }, Board.Clock.GetCurrentInstant());
        await Board.AddAsync(foreign);
        await OpenAsync();
        var (run, item) = (_minutes.Chat.Get<RunItemBallot>(), await ItemAsync());
        Assert.IsType<BallotNotFound>((await _minutes.Chat.Get<CastItemVote>().HandleAsync(TestBoard.As(Board.Observer), new(Board.OtherForum.Id, _ballot, null, SeatAnswer.For), Ct)).Error);
        Assert.NotNull((await run.CloseAsync(TestBoard.As(Board.Secretary), Board.Forum.Id, other.Id, item.Id, _ballot, Ct)).Error);
        Assert.NotNull((await run.CloseAsync(TestBoard.As(Board.Secretary), Board.Forum.Id, other.Id, foreign.Id, _ballot, Ct)).Error);
        Assert.NotNull((await run.CloseAsync(TestBoard.As(Board.Secretary), Board.OtherForum.Id, _minutes.Meeting.Id, item.Id, _ballot, Ct)).Error);
        Assert.NotNull((await run.CallOffAsync(TestBoard.As(Board.Chair), Board.Forum.Id, _minutes.Meeting.Id, item.Id, _ballot, Ct)).Error);
        await using var db = Board.Open();
        Assert.True((await db.ItemBallots.SingleAsync(Ct)).IsOpen);
    }

    [Fact]
    public async Task ItemTakenOff_WhileTheVoteRuns_ThePressSaysItIsOver()
    {
        await OpenAsync();
        await CastAsync(Board.Chair, SeatAnswer.For);
        var item = await ItemAsync();
        await using (var db = Board.Open())
        {
            (await db.AgendaItems.FindAsync([item.Id], Ct))!.Remove(Board.Clock.GetCurrentInstant());
            await db.SaveChangesAsync(Ct);
        }

        Assert.IsType<BallotIsOver>((await CastAsync(Board.Member, SeatAnswer.For)).Error);
        Assert.DoesNotContain(VoteTexts.WaitForYou, (await _minutes.Chat.SayAsync(Board.Member, new ChatCommand.ShowMyCases())).Card().Text(), StringComparison.Ordinal);
    }

    private async Task OpenAsync() => Assert.True((await _minutes.Chat.Get<RunItemBallot>().OpenAsync(
        TestBoard.As(Board.Secretary), new(Board.Forum.Id, _minutes.Meeting.Id, (await ItemAsync()).Id, _ballot, null), Ct)).IsSuccess);

    private Task<Result<Done>> CastAsync(Person by, SeatAnswer answer) =>
        _minutes.Chat.Get<CastItemVote>().HandleAsync(TestBoard.As(by), new(Board.Forum.Id, _ballot, null, answer), Ct);

    private async Task<ClosedBallot> CloseAsync() =>
        (await _minutes.Chat.Get<RunItemBallot>().CloseAsync(TestBoard.As(Board.Secretary), Board.Forum.Id, _minutes.Meeting.Id, (await ItemAsync()).Id, _ballot, Ct)).Value;

    private async Task<ChatReply> ShowAsync(Person by) => await _minutes.Chat.PressAsync(by, VoteVerbs.Show, new JsonObject
    {
        ["forum"] = Board.Forum.Id.Value.ToString("N"),
        ["ballot"] = _ballot.Value.ToString("N"),
    });

    private async Task<ItemVote> VoteAsync() => Assert.Single((await ItemAsync()).Content.Votes);

    private async Task ExcludeAsync(Person person) => Assert.True((await TryExcludeAsync(person)).IsSuccess);

    private async Task<Result<Excluded>> TryExcludeAsync(Person person) => await _minutes.Chat.Get<ExcludeFromItem>().HandleAsync(
        TestBoard.As(Board.Secretary), new(Board.Forum.Id, _minutes.Meeting.Id, (await ItemAsync()).Id, [person.Id]), Ct);

    private async Task CloseItemAsync(bool isClosed)
    {
        await using var db = Board.Open();
        var item = await db.AgendaItems.SingleAsync(one => one.MeetingId == _minutes.Meeting.Id && one.Number == 1, Ct);
        item.Content = item.Content with { IsClosed = isClosed };
        await db.SaveChangesAsync(Ct);
    }

    private Task SubstituteComesAsync() => ApologyAsync(Board.OtherMember, _substitute);

    private async Task ApologyAsync(Person member, Person? substitute = null)
    {
        await using var db = Board.Open();
        var seat = await db.Members.SingleAsync(one => one.PersonId == member.Id && one.ForumId == Board.Forum.Id, Ct);
        var apology = Apology.Register(_minutes.Meeting.Id, seat.Id, ApologySource.Member, Board.Clock.GetCurrentInstant());
        if (substitute is not null)
            apology.Detail(substitute.Id, substitute.Name, reason: null);

        db.Apologies.Add(apology);
        await db.SaveChangesAsync(Ct);
    }

    private async Task<AgendaItem> ItemAsync()
    {
        await using var db = Board.Open();
        return await db.AgendaItems.SingleAsync(item => item.MeetingId == _minutes.Meeting.Id && item.Number == 1, Ct);
    }
}
