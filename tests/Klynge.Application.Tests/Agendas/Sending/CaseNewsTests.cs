using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Tests.Agendas.Sending;

/// <summary>What was decided on a case that was sent on comes back as »Orientering«: once, following the decision, and without words of what is closed.</summary>
public sealed class CaseNewsTests : IAsyncLifetime
{
    private const string Title = "Orientering fra Direktørforum: Akutpladser";

    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Ladder _ladder = null!;
    private Meeting _next = null!;
    private AgendaItem _there = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _ladder = await Ladder.CreateAsync(_board, _chat);
        var first = await _ladder.MeetingAsync(_ladder.Chief, 7);
        _next = await _ladder.MeetingAsync(_ladder.Chief, 56);
        var item = await _ladder.ItemAsync(first, "Akutpladser");
        var sent = (await _ladder.SendAsync(item, _ladder.Chief, _ladder.Directors)).Value;
        _there = await _ladder.TakeUpAsync(sent.Id, _ladder.Directors, await _ladder.MeetingAsync(_ladder.Directors, 21));
        await _ladder.HoldAsync(first);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Decided_IsToldOnTheSendersNextAgenda_Once()
    {
        await _ladder.DecideAsync(_ladder.Directors, _there, "Indstillingen blev godkendt.");
        await _ladder.DecideAsync(_ladder.Directors, _there, "Indstillingen blev godkendt.");

        var news = Assert.Single(await _ladder.AgendaAsync(_next));
        Assert.Equal((Title, AgendaItemKind.Information), (news.Content.Title, news.Content.Kind));
        Assert.Contains("Direktørforum har behandlet punktet d. 3. februar 2026 (punkt 1, sag 2026-1).", news.Content.Sections[0].Text, StringComparison.Ordinal);
        Assert.Contains("Indstillingen blev godkendt.", news.Content.Sections[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Punktet udsættes til næste møde.")]
    [InlineData("Indstillingen anbefales til Politisk niveau.")]
    [InlineData("Punktet behandles skriftligt.")]
    public async Task WhatIsNoResult_IsNotTold(string decision)
    {
        await _ladder.DecideAsync(_ladder.Directors, _there, decision);

        Assert.Empty(await _ladder.AgendaAsync(_next));
    }

    [Fact]
    public async Task News_FollowsTheDecision_AndGoesWithIt()
    {
        await _ladder.DecideAsync(_ladder.Directors, _there, "Godkendt.");
        await _ladder.DecideAsync(_ladder.Directors, _there, "Ikke godkendt.");
        Assert.Contains("Ikke godkendt.", Assert.Single(await _ladder.AgendaAsync(_next)).Content.Sections[0].Text, StringComparison.Ordinal);

        var now = await _ladder.ItemAsync(_there.Id);
        var undone = await _chat.Get<UndoDecision>().HandleAsync(_ladder.By(_ladder.Directors), new(_ladder.Directors.Id, _there.Id, Change: null, now.Version), default);
        Assert.True(undone.IsSuccess, undone.Error?.Text);
        Assert.Empty(await _ladder.AgendaAsync(_next));
        Assert.DoesNotContain(await _ladder.ListAsync(_ladder.Chief), view => view.Content.Title == Title);

        await _ladder.DecideAsync(_ladder.Directors, _there, "Godkendt alligevel.");
        Assert.Contains("Godkendt alligevel.", Assert.Single(await _ladder.AgendaAsync(_next)).Content.Sections[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_IsKeptThroughPostponement()
    {
        var later = await _ladder.MeetingAsync(_ladder.Chief, 84);
        await _ladder.DecideAsync(_ladder.Directors, _there, "Godkendt.");
        var news = Assert.Single(await _ladder.AgendaAsync(_next));
        Assert.True((await _chat.Get<PostponeItem>().HandleAsync(_ladder.By(_ladder.Chief), new(_ladder.Chief.Id, news.Id, _next.Id), default)).IsSuccess);

        await _ladder.DecideAsync(_ladder.Directors, _there, "Godkendt med bemærkninger.");

        Assert.Contains("Godkendt med bemærkninger.", Assert.Single(await _ladder.AgendaAsync(later)).Content.Sections[0].Text, StringComparison.Ordinal);
        Assert.Equal(ComingState.OnAgenda, Assert.Single(await _ladder.ListAsync(_ladder.Chief), view => view.Content.Title == Title).State);
    }

    [Fact]
    public async Task WithoutAMeeting_ItWaitsAmongTheComingItems()
    {
        await using (var db = _board.Open())
        {
            (await db.Meetings.FindAsync([_next.Id], TestContext.Current.CancellationToken))!.Cancel(null);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await _ladder.DecideAsync(_ladder.Directors, _there, "Godkendt.");

        var news = Assert.Single(await _ladder.ListAsync(_ladder.Chief), view => view.Content.Title == Title);
        Assert.Equal((ComingState.Waiting, WantedKind.Next), (news.State, news.Wanted.Kind));
    }

    [Fact]
    public async Task ClosedThere_IsToldWithoutAWord()
    {
        var now = await _ladder.ItemAsync(_there.Id);
        await _chat.Get<EditItem>().HandleAsync(_ladder.By(_ladder.Directors), new(_ladder.Directors.Id, _there.Id, now.Content with { IsClosed = true }, now.Version), default);

        await _ladder.DecideAsync(_ladder.Directors, _there, "Jens Lund opsiges.");

        var told = Assert.Single(await _ladder.AgendaAsync(_next)).Content.Sections[0].Text;
        Assert.Contains("Det skete på et lukket punkt.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Lund", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewsThatTheSenderHasDropped_StaysAway()
    {
        await _ladder.DecideAsync(_ladder.Directors, _there, "Godkendt.");
        var news = Assert.Single(await _ladder.AgendaAsync(_next));
        await _chat.Get<RemoveItem>().HandleAsync(_ladder.By(_ladder.Chief), new(_ladder.Chief.Id, news.Id), default);
        var listed = Assert.Single(await _ladder.ListAsync(_ladder.Chief), view => view.Content.Title == Title);
        await _chat.Get<Klynge.Application.Agendas.Coming.DropComingItem>().HandleAsync(_ladder.By(_ladder.Chief), _ladder.Chief.Id, listed.Id, "Vi ved det", default);

        await _ladder.DecideAsync(_ladder.Directors, _there, "Godkendt med ændringer.");

        Assert.Empty(await _ladder.AgendaAsync(_next));
    }
}
