using Klynge.Application.Agendas.Changes;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Tests.Support;
using Klynge.Application.Workspace;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Changes;

/// <summary>What has changed in an agenda since somebody read it on its page: on that page and on »Mit bord«, for nobody but them.</summary>
public abstract class ReadAgendaTests(TestStore store) : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Meeting _meeting = null!;

    public sealed class OnSqlite() : ReadAgendaTests(TestStore.Sqlite);

    public sealed class OnPostgres() : ReadAgendaTests(TestStore.Postgres);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        _chat = new ChatFixture(_board);
        _meeting = await _board.AddMeetingAsync();
        await AddAsync("Budget 2027");
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Changes_AreShownToWhoeverReadBefore_UntilTheyHaveReadThem()
    {
        Assert.Empty(await ReadAsync(_board.Member));
        Wait();
        await AddAsync("Hjemmepleje");

        Assert.Equal(1, Assert.Single(await BoardAsync(_board.Member)).Count);
        Assert.Equal((AgendaChangeKind.New, 2), Assert.Single((await ReadAsync(_board.Member)).Select(change => (change.Kind, change.Number))));
        Assert.Empty(await BoardAsync(_board.Member));
        Assert.Single(await ReadAsync(_board.Member));

        Wait();
        Assert.Empty(await ReadAsync(_board.Member));
    }

    [Fact]
    public async Task Changes_AreNothing_ToWhoeverHasNotReadIt()
    {
        await ReadAsync(_board.Member);
        Wait();
        await AddAsync("Hjemmepleje");

        Assert.Empty(await BoardAsync(_board.Chair));
        Assert.Empty(await ReadAsync(_board.Chair));
    }

    [Fact]
    public async Task WhatIsEditedAndTakenOff_IsTold_AndOfClosedItemsNoTitle()
    {
        var closed = await AddAsync("Hemmelig ansættelse", isClosed: true);
        await ReadAsync(_board.Observer);
        Wait();
        await using (var db = _board.Open())
        {
            var budget = await db.AgendaItems.SingleAsync(item => item.Number == 1, Ct);
            Assert.True((await _chat.Get<EditItem>().HandleAsync(
                TestBoard.As(_board.Secretary), new(_board.Forum.Id, budget.Id, budget.Content with { Title = "Budget 2028" }, budget.Version), Ct)).IsSuccess);
        }

        Assert.True((await _chat.Get<RemoveItem>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, closed), Ct)).IsSuccess);

        var lines = (await ReadAsync(_board.Observer)).Select(ChangeTexts.Line).ToList();
        Assert.Equal("Punkt 1 er ændret: »Budget 2028«.", lines[0]);
        Assert.StartsWith("Taget af dagsordenen: ", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Hemmelig", lines[1], StringComparison.Ordinal);
    }

    /// <summary>When somebody read what is nothing to keep once it serves nobody.</summary>
    [Fact]
    public async Task Readings_OfAMeetingThatIsOver_AreForgotten_AndLeaveNoRecord()
    {
        await ReadAsync(_board.Member);
        var over = await _board.AddMeetingAsync(40);
        await using (var db = _board.Open())
        {
            var meeting = await db.Meetings.SingleAsync(one => one.Id == _meeting.Id, Ct);
            meeting.Begin(_board.Clock.GetCurrentInstant());
            meeting.Finish(_board.Clock.GetCurrentInstant());
            await db.SaveChangesAsync(Ct);
        }

        await ReadAsync(_board.Chair);
        await ReadAsync(_board.Chair, over);

        await using var after = _board.Open();
        var left = Assert.Single(await after.AgendaReads.ToListAsync(Ct));
        Assert.Equal((over.Id, _board.Chair.Id), (left.MeetingId, left.PersonId));
        Assert.False(await after.Audit.AnyAsync(row => row.UseCase == nameof(KeepAgendaRead), Ct));
    }

    private void Wait() => _board.Clock.Advance(Duration.FromHours(1));

    private async Task<AgendaItemId> AddAsync(string title, bool isClosed = false) => (await _chat.Get<AddItem>().HandleAsync(
        TestBoard.As(_board.Secretary), new AddItemRequest(_board.Forum.Id, _meeting.Id, new AgendaItemContent { Title = title, IsClosed = isClosed }), Ct)).Value.Id;

    private async Task<IReadOnlyList<AgendaChange>> ReadAsync(Person reader, Meeting? meeting = null) =>
        (await _chat.Get<ReadMeeting>().HandleAsync(await TurnAsync(reader), (meeting ?? _meeting).Id, Ct)).Value.SinceRead;

    private async Task<IReadOnlyList<ChangedAgenda>> BoardAsync(Person reader) => (await _chat.Get<ReadBoard>().HandleAsync(await TurnAsync(reader), Ct)).Value.Changed;

    private async Task<Application.Chat.ChatTurn> TurnAsync(Person reader) => (await _chat.Get<PageVisits>().FindAsync(reader.EntraObjectId, Ct))!;
}
