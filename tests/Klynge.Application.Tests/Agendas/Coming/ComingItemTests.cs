using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Coming;

/// <summary>»kommende punkter« of a forum: written, corrected, put on an agenda and taken off again, by the secretariat alone.</summary>
public sealed class ComingItemTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Meeting _first = null!;
    private Meeting _next = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _first = await _board.AddMeetingAsync(21);
        _next = await _board.AddMeetingAsync(56);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Case_IsWritten_AndMembersReadIt_WithoutButtons()
    {
        var list = (await AddAsync("Budget 2027", wanted: "i marts", reading: "1", remark: "Spørg økonomi")).Text();
        Assert.Contains("Åbn", list, StringComparison.Ordinal);

        var read = (await _chat.SayAsync(_board.Member, new ChatCommand.ShowComingItems(null))).Text();

        foreach (var text in new[] { "Kommende punkter", "Budget 2027", "ønskes i marts", "1. behandling", "v/ Daniel Holm", "Spørg økonomi", "Venter" })
            Assert.Contains(text, read, StringComparison.Ordinal);
        Assert.DoesNotContain("Åbn", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Nyt kommende punkt", read, StringComparison.Ordinal);
        var coming = await ComingAsync();
        Assert.Equal((WantedKind.Period, "2026-03-01", "2026-03-31"), (coming.WantedKind, coming.WantedFrom?.ToString("uuuu-MM-dd", null), coming.WantedTo?.ToString("uuuu-MM-dd", null)));
    }

    [Fact]
    public async Task OtherForums_SeeNothing_AndMembersMayNotAct()
    {
        await AddAsync("Budget 2027");
        (await _chat.SayAsync(_board.Stranger, new ChatCommand.ShowComingItems(null))).Refused<ForumNotFound>();
        var coming = await ComingAsync();
        foreach (var verb in new[] { "coming.show", "coming.form", "coming.add", "coming.edit.form", "coming.edit", "coming.drop.form", "coming.drop", "coming.return", "coming.accept", "coming.place.form", "coming.place" })
            (await _chat.PressAsync(_board.Member, verb, Data(coming, target: _first))).Refused<NotAllowed>();
    }

    [Fact]
    public async Task ClosedCase_HasNoWords_ForWhoMayNotReadIt_NorInTheForumsChat()
    {
        await AddAsync("Personsag Lund", isClosed: true, wanted: "når dommen falder", remark: "Advokaten er orienteret");

        Assert.Contains("Personsag Lund", (await _chat.SayAsync(_board.Member, new ChatCommand.ShowComingItems(null))).Text(), StringComparison.Ordinal);
        foreach (var read in new[]
        {
            (await _chat.SayAsync(_board.Observer, new ChatCommand.ShowComingItems(null))).Text(),
            (await _chat.SayAsync(_chat.Turn(_board.Secretary, _board.Forum.Id, personal: false), new ChatCommand.ShowComingItems(null))).Text(),
        })
        {
            Assert.Contains("Lukket punkt", read, StringComparison.Ordinal);
            foreach (var secret in new[] { "Personsag", "Lund", "dommen", "Advokaten", "Holm" })
                Assert.DoesNotContain(secret, read, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhoIsKeptOutOfTheClosedItem_ReadsNothingOfItsCase()
    {
        await AddAsync("Personsag Lund", isClosed: true);
        await _chat.PressAsync(_board.Secretary, "coming.place", Data(await ComingAsync(), target: _first));
        await _board.AddAsync(new ItemExclusion { ForumId = _board.Forum.Id, ItemId = Assert.Single(await ItemsAsync()).Id, PersonId = _board.Member.Id });

        Assert.DoesNotContain("Personsag", (await _chat.SayAsync(_board.Member, new ChatCommand.ShowComingItems(null))).Text(), StringComparison.Ordinal);
        Assert.Contains("Personsag", (await _chat.SayAsync(_board.OtherMember, new ChatCommand.ShowComingItems(null))).Text(), StringComparison.Ordinal);
    }

    /// <summary>Somebody who was kept out before they came to the secretariat; the id of the case is in an old card of theirs.</summary>
    [Fact]
    public async Task SecretaryWhoIsKeptOut_OpensItNeither()
    {
        var second = await SecondSecretary.AddAsync(_board);
        await AddAsync("Personsag Lund", isClosed: true);
        var coming = await ComingAsync();
        await _chat.PressAsync(_board.Secretary, "coming.place", Data(coming, target: _first));
        await _board.AddAsync(new ItemExclusion { ForumId = _board.Forum.Id, ItemId = Assert.Single(await ItemsAsync()).Id, PersonId = second.Id });

        foreach (var verb in new[] { "coming.show", "coming.edit.form", "coming.drop.form", "coming.place.form" })
            (await _chat.PressAsync(second, verb, Data(coming))).Refused<ComingItemNotFound>();
        Assert.Contains("Personsag", (await _chat.PressAsync(_board.Secretary, "coming.show", Data(coming))).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_GoesOnTheAgenda_WithAllThatItCarries_Once()
    {
        await AddAsync("Budget 2027", reading: "1", remark: "Spørg økonomi");
        var coming = await ComingAsync();
        var form = await _chat.PressAsync(_board.Secretary, "coming.place.form", Data(coming));
        Assert.Contains("tirsdag d. 3. februar 2026", form.Text(), StringComparison.OrdinalIgnoreCase);

        var placed = await _chat.PressAsync(_board.Secretary, "coming.place", Data(coming, target: _first));
        await _chat.PressAsync(_board.Secretary, "coming.place", Data(coming, target: _first));

        Assert.Contains("Punktet er nu punkt 1 på dagsordenen", placed.Text(), StringComparison.Ordinal);
        var item = Assert.Single(await ItemsAsync());
        Assert.Equal(("Budget 2027 (1. behandling)", "Daniel Holm", _first.Id), (item.Content.Title, item.Content.Presenter, item.MeetingId));
        (await _chat.PressAsync(_board.Secretary, "coming.place", Data(coming, target: _next))).Refused<ComingItemOnAgenda>();
        Assert.Contains("På dagsordenen 3. februar 2026, punkt 1", await ListAsync(), StringComparison.Ordinal);
    }

    /// <summary>What was corrected on the agenda stays with the case when it waits again.</summary>
    [Fact]
    public async Task Case_ThatIsTakenOff_WaitsAgain_AndIsOneWhereverItGoes()
    {
        await AddAsync("Budget 2027");
        var coming = await ComingAsync();
        var placed = (await _chat.PressAsync(_board.Secretary, "coming.place", Data(coming, target: _first))).Card();
        var item = Assert.Single(await ItemsAsync());
        Assert.True((await _chat.Get<EditItem>().HandleAsync(
            TestBoard.As(_board.Secretary), new(_board.Forum.Id, item.Id, item.Content with { Title = "Budget 2027 med bilag", Attachments = [new AgendaAttachment("Budget.xlsx")] }, item.Version), default)).IsSuccess);

        var taken = (await _chat.PressAsync(_board.Secretary, placed, "Fortryd")).Card();
        Assert.Contains("Budget 2027 med bilag", await ListAsync(), StringComparison.Ordinal);
        Assert.Contains("Venter", await ListAsync(), StringComparison.Ordinal);

        await _chat.PressAsync(_board.Secretary, "coming.place", Data(coming, target: _next));
        var moved = Assert.Single(await ItemsAsync());
        Assert.Equal((_next.Id, "Budget 2027 med bilag"), (moved.MeetingId, moved.Content.Title));

        // The old card's undo would make it two.
        (await _chat.PressAsync(_board.Secretary, taken, "Fortryd")).Refused<ItemIsElsewhere>();
        Assert.Single(await ItemsAsync());
        Assert.True((await _chat.Get<RemoveItem>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, moved.Id), default)).IsSuccess);
        await _chat.PressAsync(_board.Secretary, taken, "Fortryd");
        Assert.Equal(_first.Id, Assert.Single(await ItemsAsync()).MeetingId);
    }

    [Fact]
    public async Task CancelledMeeting_GivesItsCaseBack_AndDoesNotHaveItTwiceWhenItIsHeldAfterAll()
    {
        await AddAsync("Budget 2027");
        var coming = await ComingAsync();
        await _chat.PressAsync(_board.Secretary, "coming.place", Data(coming, target: _first));
        Assert.True((await _chat.Get<CancelMeeting>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, _first.Id, null), default)).IsSuccess);
        Assert.Contains("Venter", await ListAsync(), StringComparison.Ordinal);

        await _chat.PressAsync(_board.Secretary, "coming.place", Data(coming, target: _next));

        Assert.Equal(_next.Id, Assert.Single(await ItemsAsync()).MeetingId);
    }

    [Fact]
    public async Task Case_IsCorrected_AndMovedToAnotherTime_ByWhoHasSeenIt()
    {
        await AddAsync("Budget 2027");
        var coming = await ComingAsync();
        var data = new { forum = _board.Forum.Id.Value, coming = coming.Id.Value, version = 1, title = "Budget 2028", wanted = "efter sommerferien", reading = "2", remark = "", presenter = "" };
        Assert.Contains("Punktet er gemt.", (await _chat.PressAsync(_board.Secretary, "coming.edit", data)).Text(), StringComparison.Ordinal);

        var corrected = await ComingAsync();
        Assert.Equal(("Budget 2028", null, "2026-08-01", 2), (corrected.Content.Title, corrected.Content.Presenter, corrected.WantedFrom?.ToString("uuuu-MM-dd", null), corrected.Reading));
        Assert.Contains("En anden har ændret punktet", (await _chat.PressAsync(_board.Secretary, "coming.edit", data with { title = "Budget 2029" })).Text(), StringComparison.Ordinal);
        Assert.Contains("Titel mangler", (await _chat.PressAsync(_board.Secretary, "coming.edit", data with { title = " ", version = 2 })).Text(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Budget 2028", (await ComingAsync()).Content.Title);
    }

    /// <summary>Off the agenda it waits, and is corrected where it waits: so it goes on the next one.</summary>
    [Fact]
    public async Task CaseThatWasTakenOff_IsCorrectedOnTheList_WithWhatTheAgendaGaveIt()
    {
        await AddAsync("Budget 2027");
        await _chat.PressAsync(_board.Secretary, "coming.place", Data(await ComingAsync(), target: _first));
        var item = Assert.Single(await ItemsAsync());
        var content = item.Content with { Title = "Budget 2027 med tal", Sections = [new AgendaSection("Sagsfremstilling", "Tallene er nye.")] };
        Assert.True((await _chat.Get<EditItem>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, item.Id, content, item.Version), default)).IsSuccess);
        Assert.True((await _chat.Get<RemoveItem>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, item.Id), default)).IsSuccess);

        var coming = await ComingAsync();
        var edit = new { forum = _board.Forum.Id.Value, coming = coming.Id.Value, version = coming.Version, title = "Budget 2028", presenter = "Eva Holm", wanted = "", reading = "0", remark = "" };
        Assert.Contains("Budget 2028", (await _chat.PressAsync(_board.Secretary, "coming.edit", edit)).Text(), StringComparison.Ordinal);

        await _chat.PressAsync(_board.Secretary, "coming.place", Data(await ComingAsync(), target: _next));
        var placed = Assert.Single(await ItemsAsync()).Content;
        Assert.Equal(("Budget 2028", "Eva Holm", "Tallene er nye."), (placed.Title, placed.Presenter, Assert.Single(placed.Sections).Text));
    }

    /// <summary>What stood at a meeting that was held stays so; that it is wanted in June can still be written.</summary>
    [Fact]
    public async Task CaseThatWasNotReached_KeepsItsWords_AndIsWantedAtAnotherTime()
    {
        await AddAsync("Budget 2027");
        await _chat.PressAsync(_board.Secretary, "coming.place", Data(await ComingAsync(), target: _first));
        await using (var db = _board.Open())
        {
            (await db.Meetings.SingleAsync(one => one.Id == _first.Id)).Begin(_board.Clock.GetCurrentInstant());
            (await db.Meetings.SingleAsync(one => one.Id == _first.Id)).Finish(_board.Clock.GetCurrentInstant());
            await db.SaveChangesAsync();
        }

        var coming = await ComingAsync();
        var edit = new { forum = _board.Forum.Id.Value, coming = coming.Id.Value, version = coming.Version, title = "Budget 2028", presenter = "Daniel Holm", wanted = "i juni", reading = "0", remark = "" };
        Assert.Contains("Punktet stod på dagsordenen 3. februar 2026.", (await _chat.PressAsync(_board.Secretary, "coming.edit", edit)).Text(), StringComparison.Ordinal);
        Assert.Contains("Punktet er gemt.", (await _chat.PressAsync(_board.Secretary, "coming.edit", edit with { title = "Budget 2027" })).Text(), StringComparison.Ordinal);
        Assert.Contains("ønskes i juni", await ListAsync(), StringComparison.Ordinal);
        Assert.Equal("Budget 2027", Assert.Single(await ItemsAsync()).Content.Title);
    }

    [Fact]
    public async Task Case_IsDroppedWithAReason_AndHadBack()
    {
        await AddAsync("Budget 2027");
        var coming = await ComingAsync();
        (await _chat.PressAsync(_board.Secretary, "coming.drop", Data(coming, reason: " "))).Refused<ComingReasonMissing>();
        var dropped = (await _chat.PressAsync(_board.Secretary, "coming.drop", Data(coming, reason: "Løst af regionen"))).Card();
        Assert.Contains("Fjernet: Løst af regionen", dropped.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Budget 2027", await ListAsync(), StringComparison.Ordinal);
        (await _chat.PressAsync(_board.Secretary, "coming.place", Data(coming, target: _first))).Refused<ComingItemNotFound>();

        await _chat.PressAsync(_board.Secretary, dropped, "Fortryd");

        Assert.Contains("Budget 2027", await ListAsync(), StringComparison.Ordinal);
    }

    /// <summary>The meeting that is chosen first is the one that fits the wanted time.</summary>
    [Fact]
    public async Task WantedTime_ChoosesTheMeeting()
    {
        await AddAsync("Budget 2027", wanted: "i marts");
        var form = (await _chat.PressAsync(_board.Secretary, "coming.place.form", Data(await ComingAsync()))).Text();
        var choice = CardTests.Objects(JsonNode.Parse(form)!).Single(part => (string?)part["id"] == "target");
        Assert.Equal(_next.Id.Value.ToString("N"), (string?)choice["value"]);
    }

    [Fact]
    public async Task SameForm_SentTwice_IsOneCase_AndWithOtherWordsIsRefused()
    {
        var id = ComingItemId.New();
        await AddAsync("Budget 2027", id: id);
        await AddAsync("Budget 2027", id: id);
        await using var db = _board.Open();
        Assert.Single(await db.ComingItems.ToListAsync());
        (await _chat.PressAsync(_board.Secretary, "coming.add", new { forum = _board.Forum.Id.Value, @new = id.Value, title = "Andet" })).Refused<ComingItemAlreadyAdded>();
        (await AddAsync("Budget 2027", remark: "Spørg økonomi", id: id)).Refused<ComingItemAlreadyAdded>();
        (await AddAsync("Budget 2027", reading: "2", id: id)).Refused<ComingItemAlreadyAdded>();
    }

    [Theory]
    [InlineData("kommende punkter")]
    [InlineData("vis kommende punkter")]
    [InlineData("pipeline")]
    [InlineData("kommende sager chefforum")]
    public void Words_AreUnderstood(string text) =>
        Assert.IsType<ChatCommand.ShowComingItems>(CommandParser.Parse(text, new ParserContext(_board.Today, [new KnownForum("chefforum", "Chefforum")])).Value);

    private Task<ChatReply> AddAsync(string title, string? wanted = null, string? reading = null, string? remark = null, bool isClosed = false, ComingItemId? id = null) => _chat.PressAsync(
        _board.Secretary, "coming.add", new { forum = _board.Forum.Id.Value, @new = (id ?? ComingItemId.New()).Value, title, presenter = "Daniel Holm", wanted, reading, remark, closed = isClosed ? "true" : "false" });

    private object Data(ComingItem coming, Meeting? target = null, string? reason = null) =>
        new { forum = _board.Forum.Id.Value, coming = coming.Id.Value, version = coming.Version, target = target?.Id.Value, reason };

    private async Task<string> ListAsync() => (await _chat.SayAsync(_board.Secretary, new ChatCommand.ShowComingItems(null))).Text();

    private async Task<ComingItem> ComingAsync()
    {
        await using var db = _board.Open();
        return await db.ComingItems.SingleAsync();
    }

    /// <summary>Those on the agendas of meetings that are held as planned.</summary>
    private async Task<List<AgendaItem>> ItemsAsync()
    {
        await using var db = _board.Open();
        return await db.AgendaItems.Where(item => item.Status == AgendaItemStatus.Accepted).ToListAsync();
    }
}
