using Klynge.Application.Agendas.Sending;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Forums;

namespace Klynge.Application.Tests.Agendas.Sending;

/// <summary>Sent once more with other words, and to a forum that is none of the body's.</summary>
public sealed class SendAgainTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Ladder _ladder = null!;
    private AgendaItem _item = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _ladder = await Ladder.CreateAsync(_board, _chat);
        _item = await _ladder.ItemAsync(await _ladder.MeetingAsync(_ladder.Chief, 21), "Akutpladser");
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task OtherWords_TakeThePlaceOfThoseBefore_UntilItIsTakenUp()
    {
        var sent = (await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors, "februar")).Value;
        Assert.True((await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors, "marts", "Husk økonomien")).IsSuccess);
        Assert.True((await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors)).IsSuccess);

        var there = Assert.Single(await _ladder.ListAsync(_ladder.Directors));
        Assert.Equal(("marts", "Husk økonomien", ComingState.Proposed), (there.Wanted.Words, there.Remark, there.State));
        Assert.Contains("Husk økonomien", there.Content.Sections[0].Text, StringComparison.Ordinal);

        await _ladder.TakeUpAsync(sent.Id, _ladder.Directors, await _ladder.MeetingAsync(_ladder.Directors, 42));
        Assert.IsType<SentItemIsTaken>((await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors, "april")).Error);
        Assert.True((await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors, "marts")).IsSuccess);
    }

    [Fact]
    public async Task ForumOfAnotherBody_OrThatIsClosedDown_OrItsOwn_IsNoTarget()
    {
        var other = new Board { Kind = "Sundhedsråd", Name = "Sundhedsråd Bakkelandet" };
        var strange = new Forum { BoardId = other.Id, Key = "bakkeforum", Name = "Bakkeforum", Level = 2, Rules = _board.Forum.Rules };
        var over = new Forum { BoardId = _board.Forum.BoardId, Key = "gammelt", Name = "Gammelt forum", Level = 2, Rules = _board.Forum.Rules, IsClosed = true };
        await _board.AddAsync(other, strange, over);

        foreach (var forum in new[] { strange, over })
            Assert.IsType<ForumNotFound>((await _ladder.SendAsync(_item, _ladder.Chief, forum)).Error);
        Assert.IsType<SendsToItself>((await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Chief)).Error);
        Assert.IsType<ForumNotFound>((await _chat.Get<SendItem>().HandleAsync(_ladder.By(_ladder.Chief), new(_ladder.Chief.Id, _item.Id, default, null, null), default)).Error);
    }

    [Fact]
    public async Task TakenOnByWhoMayActThere_IsNoProposal()
    {
        await _board.AddAsync(new ForumMember
        {
            ForumId = _ladder.Directors.Id,
            PersonId = _board.Secretary.Id,
            Role = Role.Secretariat,
            HasVote = false,
            Organisation = "Region",
            Sector = "region",
            From = new NodaTime.LocalDate(2025, 1, 1),
            Order = 50,
        });

        Assert.False((await _ladder.SendAsync(_item, _ladder.Chief, _ladder.Directors)).Value.IsAsked);
        Assert.Equal(ComingState.Waiting, Assert.Single(await _ladder.ListAsync(_ladder.Directors)).State);
    }
}
