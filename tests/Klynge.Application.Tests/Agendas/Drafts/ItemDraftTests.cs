using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Items.Drafts;
using Klynge.Application.Data;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Drafts;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Drafts;

public abstract class ItemDraftTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : ItemDraftTests(TestStore.Sqlite);

    public sealed class OnPostgres() : ItemDraftTests(TestStore.Postgres);

    private TestBoard _board = null!;
    private Meeting _meeting = null!;
    private ChatFixture _chat = null!;
    private AgendaItemId _item;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        _meeting = await _board.AddMeetingAsync();
        _chat = new ChatFixture(_board);
        var added = await _chat.Get<AddItem>().HandleAsync(TestBoard.As(_board.Secretary), new AddItemRequest(_board.Forum.Id, _meeting.Id, AgendaFixture.Content("Budget")), Ct);
        _item = added.Value.Id;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _chat?.Dispose();
        await (_board?.DisposeAsync() ?? default);
    }

    /// <summary>Every letter that somebody types would fill the record, and what they thought better of would stand there.</summary>
    [Fact]
    public async Task Draft_IsKept_AndStandsOutsideTheRecord()
    {
        var before = await CountAsync(db => db.Audit);

        Assert.Equal(1, (await SaveAsync(_board.Secretary, "Budget 2027", turn: 1)).Value.Version);
        Assert.Equal(2, (await SaveAsync(_board.Secretary, "Budget 2027 og 2028", turn: 2)).Value.Version);

        var draft = Assert.Single(await DraftsAsync());
        Assert.Equal(("Budget 2027 og 2028", _board.Secretary.Id, 1), (draft.Text, draft.PersonId, draft.Seen));
        Assert.Equal(before, await CountAsync(db => db.Audit));
    }

    [Fact]
    public async Task Draft_OfAnItemOnTheAgenda_ByWhoMayNotChangeIt_IsRefused()
    {
        foreach (var person in new[] { _board.Member, _board.Chair, _board.Observer })
            Assert.IsType<NotAllowed>((await SaveAsync(person, "Mit ord", turn: 1)).Error);

        Assert.IsType<ForumNotFound>((await SaveAsync(_board.Stranger, "Mit ord", turn: 1)).Error);
        Assert.Empty(await DraftsAsync());
    }

    [Fact]
    public async Task Draft_OfANewItem_IsForWhoeverMayPutOneForward()
    {
        var fresh = AgendaItemId.New();

        Assert.True((await SaveAsync(_board.Member, "Nyt", turn: 1, item: fresh)).IsSuccess);
        Assert.IsType<NotAllowed>((await SaveAsync(_board.Observer, "Nyt", turn: 1, item: fresh)).Error);
        Assert.Equal(_board.Member.Id, Assert.Single(await DraftsAsync()).PersonId);
    }

    /// <summary>An id of another forum, or of another meeting, is the id of nothing.</summary>
    [Fact]
    public async Task Draft_WithIdsThatDoNotBelongTogether_IsRefused()
    {
        var other = await _board.AddMeetingAsync(40);

        Assert.IsType<ItemNotFound>((await SaveAsync(_board.Secretary, "x", turn: 1, meeting: other.Id)).Error);
        Assert.NotNull((await SaveAsync(_board.Secretary, "x", turn: 1, forum: _board.OtherForum.Id)).Error);
        Assert.IsType<MeetingNotFound>((await SaveAsync(_board.Secretary, "x", turn: 1, item: AgendaItemId.New(), meeting: MeetingId.New())).Error);
        Assert.Empty(await DraftsAsync());
    }

    [Theory]
    [InlineData("password", "a", 1)]
    [InlineData("section:\u0001", "a", 1)]
    [InlineData("title", "a b", 1)]
    [InlineData("title", "", 1)]
    [InlineData("title", "a", 0)]
    public async Task Draft_OfWhatIsNoField_OrNoWindow_IsRefused(string field, string window, int turn) =>
        Assert.IsType<DraftNotTaken>((await SaveAsync(_board.Secretary, "x", turn, field: field, window: window)).Error);

    [Fact]
    public async Task Draft_OfSixtyKilobytes_IsKept_AndOneWithoutEndIsNot()
    {
        var text = string.Concat(Enumerable.Repeat("Rådet drøfter økonomi på tværs. ", 2_000));

        Assert.True((await SaveAsync(_board.Secretary, text, turn: 1, field: "section:Økonomi")).IsSuccess);
        Assert.Equal(text, Assert.Single(await DraftsAsync()).Text);
        Assert.IsType<DraftNotTaken>((await SaveAsync(_board.Secretary, new string('x', ItemDraft.MaxTextLength + 1), turn: 2)).Error);
    }

    [Fact]
    public async Task Draft_WithWhatADatabaseDoesNotKeep_IsKeptWithASignForIt()
    {
        Assert.True((await SaveAsync(_board.Secretary, "a\0b\ud800c", turn: 1)).IsSuccess);

        Assert.Equal("a\uFFFDb\uFFFDc", Assert.Single(await DraftsAsync()).Text);
    }

    [Fact]
    public async Task Draft_InMoreFieldsThanAPageHas_IsRefused()
    {
        for (var field = 0; field < ItemDraft.MaxFields; field++)
            Assert.True((await SaveAsync(_board.Secretary, "x", turn: 1, field: $"section:{field}")).IsSuccess);

        Assert.IsType<DraftNotTaken>((await SaveAsync(_board.Secretary, "x", turn: 1, field: "section:sidste")).Error);
    }

    [Fact]
    public async Task Discarded_IsHadBackTheSameDay_AndForgottenTheNightAfter()
    {
        await SaveAsync(_board.Secretary, "Budget 2027", turn: 1);
        await DiscardAsync(takesBack: false);
        await DiscardAsync(takesBack: false);
        Assert.NotNull(Assert.Single(await DraftsAsync()).DiscardedAt);

        await DiscardAsync(takesBack: true);
        Assert.Null(Assert.Single(await DraftsAsync()).DiscardedAt);

        await DiscardAsync(takesBack: false);
        await ForgetAsync(Duration.FromHours(2));
        Assert.Single(await DraftsAsync());
        await ForgetAsync(Duration.FromHours(11));
        Assert.Empty(await DraftsAsync());
    }

    [Fact]
    public async Task Draft_ThatNobodyTouches_IsForgottenAfterAMonth()
    {
        await SaveAsync(_board.Secretary, "Budget 2027", turn: 1, item: AgendaItemId.New());
        await ForgetAsync(Duration.FromDays(20));
        Assert.Single(await DraftsAsync());

        await ForgetAsync(Duration.FromDays(11));
        Assert.Empty(await DraftsAsync());
    }

    /// <summary>An item that is put back within the hour has lost nobody's words; one that stays away has.</summary>
    [Fact]
    public async Task Draft_OfAnItemThatIsTakenOff_IsNotWritten_AndGoesWithIt()
    {
        await SaveAsync(_board.Secretary, "Budget 2027", turn: 1);
        await _chat.Get<RemoveItem>().HandleAsync(TestBoard.As(_board.Secretary), new RemoveItemRequest(_board.Forum.Id, _item, _meeting.Id), Ct);

        Assert.IsType<ItemNotFound>((await SaveAsync(_board.Secretary, "Budget 2028", turn: 2)).Error);
        await ForgetAsync(Duration.FromHours(1));
        Assert.Single(await DraftsAsync());
        await ForgetAsync(Duration.FromHours(12));
        Assert.Empty(await DraftsAsync());
    }

    [Fact]
    public async Task Draft_OfAMeetingThatIsOver_IsNotWritten_AndIsForgotten()
    {
        await SaveAsync(_board.Secretary, "Budget 2027", turn: 1);
        await using (var db = _board.Open())
        {
            (await db.Meetings.SingleAsync(one => one.Id == _meeting.Id, Ct)).Cancel(null);
            await db.SaveChangesAsync(Ct);
        }

        Assert.NotNull((await SaveAsync(_board.Secretary, "Budget 2028", turn: 2)).Error);
        await ForgetAsync(Duration.Zero);
        Assert.Empty(await DraftsAsync());
    }

    private Task<Result<SavedDraft>> SaveAsync(
        Person person, string text, int turn, AgendaItemId? item = null, MeetingId? meeting = null, ForumId? forum = null, string field = "title", string window = "a") =>
        _chat.Get<SaveItemDraft>().HandleAsync(
            TestBoard.As(person), new SaveItemDraftRequest(forum ?? _board.Forum.Id, meeting ?? _meeting.Id, item ?? _item, field, new DraftWriting(text, Seen: 1, SeenVersion: 0, window, turn)), Ct);

    private async Task DiscardAsync(bool takesBack) => Assert.True(
        (await _chat.Get<DiscardItemDraft>().HandleAsync(TestBoard.As(_board.Secretary), new DiscardItemDraftRequest(_board.Forum.Id, _meeting.Id, _item, takesBack), Ct)).IsSuccess);

    private async Task ForgetAsync(Duration later)
    {
        _board.Clock.Advance(later);
        await _chat.Get<ForgetItemDrafts>().HandleAsync(Ct);
    }

    private async Task<List<ItemDraft>> DraftsAsync()
    {
        await using var db = _board.Open();
        return await db.ItemDrafts.AsNoTracking().ToListAsync(Ct);
    }

    private async Task<int> CountAsync<T>(Func<KlyngeContext, IQueryable<T>> rows)
    {
        await using var db = _board.Open();
        return await rows(db).CountAsync(Ct);
    }
}
