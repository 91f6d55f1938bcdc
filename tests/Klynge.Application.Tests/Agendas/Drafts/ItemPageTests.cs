using System.Text.Json;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Items.Drafts;
using Klynge.Application.Chat;
using Klynge.Application.Tests.Support;
using Klynge.Application.Workspace;
using Klynge.Application.Workspace.Items;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Drafts;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Drafts;

/// <summary>The page of an item: what it shows, to whom, and that it saves what the card saves.</summary>
public sealed class ItemPageTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;
    private Person _second = null!;
    private AgendaItemId _item;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await AgendaFixture.CreateAsync();
        _second = await SecondSecretary.AddAsync(Board);
        var content = AgendaFixture.Content("Budget") with { Sections = [new("Sagsfremstilling", "Et.\n\nTo."), new("Økonomi", "1. maj betales 7 kr.")], Recommendations = ["Godkender budgettet", "Drøfter resten"], Kind = AgendaItemKind.Decision };
        _item = (await _fixture.Chat.Get<AddItem>().HandleAsync(TestBoard.As(Board.Secretary), new AddItemRequest(Board.Forum.Id, _fixture.Meeting.Id, content), Ct)).Value.Id;
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Saved_OnThePage_WritesTheSameAuditRow_AsOnTheCard()
    {
        var byPage = await SaveAsync(await PageAsync(Board.Secretary), Board.Secretary, ("title", "Budget 2027"), ("section1", "8 kr."));
        Assert.Equal("Punkt 1 »Budget 2027« er gemt.", byPage.Value.Sentence);
        var page = await LastRowsAsync();

        await DisposeAsync();
        await InitializeAsync();
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Edit, Card(("title", "Budget 2027"), ("section1", "8 kr.")));

        Assert.Contains("Budget 2027", page, StringComparison.Ordinal);
        Assert.Equal(page, await LastRowsAsync());
    }

    [Fact]
    public async Task Page_ThatNobodyTouched_SavesNothing_WhateverTheBrowserMadeOfItsLines()
    {
        var before = await RowsAsync();

        var saved = await SaveAsync(await PageAsync(Board.Secretary), Board.Secretary);

        Assert.NotNull(saved.Value.Sentence);
        Assert.Equal(before, await RowsAsync());
        Assert.Equal(1, (await _fixture.ItemAsync(_item)).Version);
    }

    [Fact]
    public async Task Field_ThatNobodyTouched_KeepsWhatAnotherHasSavedMeanwhile_AndNothingIsMixed()
    {
        var mine = await PageAsync(Board.Secretary);
        await SaveAsync(await PageAsync(_second), _second, ("section0", "Deres tekst."));

        var page = (await SaveAsync(mine, Board.Secretary, ("section1", "Min økonomi."))).Value.Page!;

        Assert.Equal(("Deres tekst.", null), (Field(page, "section0").Shown, Field(page, "section0").Standing));
        Assert.Equal(("Min økonomi.", "1. maj betales 7 kr."), (Field(page, "section1").Shown, Field(page, "section1").Standing));
        Assert.NotNull(page.Refusal);
        Assert.Equal("1. maj betales 7 kr.", (await _fixture.ItemAsync(_item)).Content.Sections[1].Text);

        Assert.NotNull((await SaveAsync(page, Board.Secretary)).Value.Sentence);
        Assert.Equal(["Deres tekst.", "Min økonomi."], (await _fixture.ItemAsync(_item)).Content.Sections.Select(section => section.Text));
    }

    [Fact]
    public async Task BothTexts_StandSideBySide_AndTheSavedOneIsTakenByItsButton()
    {
        var mine = await PageAsync(Board.Secretary);
        await SaveAsync(await PageAsync(_second), _second, ("title", "Deres titel"));
        var page = (await SaveAsync(mine, Board.Secretary, ("title", "Min titel"))).Value.Page!;
        Assert.Equal(("Min titel", "Deres titel"), (Field(page, "title").Shown, Field(page, "title").Standing));

        var taken = (await SaveAsync(page, Board.Secretary, takes: "title")).Value.Page!;

        Assert.Equal(("Deres titel", null, false), (Field(taken, "title").Shown, Field(taken, "title").Standing, taken.HasConflict));
        Assert.Equal("Deres titel", (await _fixture.ItemAsync(_item)).Content.Title);
    }

    [Fact]
    public async Task Draft_IsInThePageOfItsWriter_AndForTheOtherOnlyThatTheyWrite()
    {
        await DraftAsync(Board.Secretary, "title", "Hemmeligt udkast");

        var (own, others) = (await PageAsync(Board.Secretary), await PageAsync(_second));

        Assert.Equal("Hemmeligt udkast", Field(own, "title").Shown);
        Assert.NotNull(own.DraftFrom);
        Assert.Empty(own.OtherWriters);
        Assert.Equal("Budget", Field(others, "title").Shown);
        Assert.Equal(["Sofie Bech"], others.OtherWriters);
        Assert.DoesNotContain("Hemmeligt", JsonSerializer.Serialize(others.Fields), StringComparison.Ordinal);
        Board.Clock.Advance(NodaTime.Duration.FromMinutes(11));
        Assert.Empty((await PageAsync(_second)).OtherWriters);
    }

    [Fact]
    public async Task Draft_TypedOverAnOlderVersion_StandsBesideWhatIsSaved()
    {
        await DraftAsync(Board.Secretary, "section:Økonomi", "Mit udkast.");
        await SaveAsync(await PageAsync(_second), _second, ("section1", "Deres økonomi."));

        var field = Field(await PageAsync(Board.Secretary), "section1");

        Assert.Equal(("Mit udkast.", "Deres økonomi."), (field.Shown, field.Standing));
    }

    /// <summary>The draft of a section that the item does not have any longer is not lost with it.</summary>
    [Fact]
    public async Task Draft_OfASectionThatIsGone_ComesBackWithItsHeading()
    {
        await DraftAsync(Board.Secretary, "section:Jura", "Lovgrundlaget.");

        var field = (await PageAsync(Board.Secretary)).Fields.Single(one => one.Heading == "Jura");

        Assert.Equal("Lovgrundlaget.", field.Shown);
    }

    [Fact]
    public async Task Saved_ForgetsTheWritersOwnDrafts_AndNobodyElses()
    {
        await DraftAsync(Board.Secretary, "title", "Mit udkast");
        await DraftAsync(_second, "title", "Deres udkast");

        await SaveAsync(await PageAsync(Board.Secretary), Board.Secretary);

        await using var db = Board.Open();
        Assert.Equal("Deres udkast", Assert.Single(await db.ItemDrafts.ToListAsync(Ct)).Text);
        Assert.Equal("Mit udkast", (await _fixture.ItemAsync(_item)).Content.Title);
    }

    [Fact]
    public async Task NewItem_IsProposedByAMember_OnceHoweverOftenItIsSent_AndItsDraftIsFoundAgain()
    {
        var page = await NewPageAsync(Board.Member);
        await DraftAsync(Board.Member, "title", "Transport", page.ItemId);
        var again = await NewPageAsync(Board.Member);
        Assert.Equal((page.ItemId, "Transport"), (again.ItemId, Field(again, "title").Shown));
        Assert.True(again.IsProposal);

        var first = await AddAsync(again, Board.Member);
        var second = await AddAsync(again, Board.Member);

        Assert.StartsWith("»Transport« er sendt til sekretariatet.", first.Value.Sentence, StringComparison.Ordinal);
        Assert.NotNull(second.Value.Sentence);
        await using var db = Board.Open();
        Assert.Equal(1, await db.AgendaItems.CountAsync(item => item.Status == AgendaItemStatus.Proposed, Ct));
        Assert.Empty(await db.ItemDrafts.ToListAsync(Ct));
    }

    [Fact]
    public async Task Refused_PageComesBackWithAllThatWasTyped_AndTheReason()
    {
        var page = (await SaveAsync(await PageAsync(Board.Secretary), Board.Secretary, ("title", " "), ("minutes", "ti"), ("section0", "Ny tekst."))).Value.Page!;

        Assert.Equal(new TitleMissing().Text, page.Refusal);
        Assert.Equal((" ", "ti", "Ny tekst."), (Field(page, "title").Shown, Field(page, "minutes").Shown, Field(page, "section0").Shown));
        Assert.Equal("Budget", (await _fixture.ItemAsync(_item)).Content.Title);
    }

    [Fact]
    public async Task Page_IsForWhoMayWriteTheItem_Alone()
    {
        foreach (var person in new[] { Board.Member, Board.Chair, Board.Observer })
            Assert.IsType<NotAllowed>((await ReadAsync(person)).Error);

        Assert.IsType<ForumNotFound>((await ReadAsync(Board.Stranger)).Error);
        Assert.IsType<NotAllowed>((await _fixture.Chat.Get<ReadItem>().NewAsync(await TurnAsync(Board.Observer), _fixture.Meeting.Id, null, null, Ct)).Error);
    }

    /// <summary>Who reads closed items and does not write them sees no draft of one; neither does who reads none.</summary>
    [Fact]
    public async Task Draft_OfAClosedItem_IsReadByItsWriterAlone()
    {
        await SaveAsync(await PageAsync(Board.Secretary), Board.Secretary, ("closed", "true"));
        await DraftAsync(Board.Secretary, "section:Økonomi", "Hemmelig kladde.");

        Assert.Equal("Hemmelig kladde.", Field(await PageAsync(Board.Secretary), "section1").Shown);
        foreach (var person in new[] { Board.Member, Board.Chair, Board.Observer })
        {
            Assert.IsType<NotAllowed>((await ReadAsync(person)).Error);
            Assert.IsType<NotAllowed>((await _fixture.Chat.Get<ReadItem>().StateAsync(await TurnAsync(person), _fixture.Meeting.Id, _item, 0, Ct)).Error);
        }

        Assert.DoesNotContain("Hemmelig", JsonSerializer.Serialize((await _fixture.Chat.Get<ReadItem>().StateAsync(await TurnAsync(_second), _fixture.Meeting.Id, _item, 0, Ct)).Value), StringComparison.Ordinal);
    }

    private static ItemField Field(ItemPage page, string input) => page.Fields.Single(field => field.Input == input);

    /// <summary>The form as a browser posts it: line ends of its own, and what was drawn with each field.</summary>
    private static TypedItem Typed(ItemPage page, (string Input, string Text)[] typed, string? takes = null) => new(
        page.Fields.ToDictionary(field => field.Input, field => typed.FirstOrDefault(one => one.Input == field.Input).Text ?? field.Shown.Replace("\n", "\r\n", StringComparison.Ordinal)),
        page.Fields.ToDictionary(field => field.Input, field => TypedItem.MarkOf(field.Saved)),
        [.. page.Fields.Select(field => field.Heading).OfType<string>()],
        page.Version)
    {
        Takes = takes,
    };

    private Task<Result<ItemSaving>> SaveAsync(ItemPage page, Person person, params (string Input, string Text)[] typed) => SaveAsync(page, person, takes: null, typed);

    private async Task<Result<ItemSaving>> SaveAsync(ItemPage page, Person person, string? takes, params (string Input, string Text)[] typed) =>
        await _fixture.Chat.Get<SaveItem>().EditAsync(await TurnAsync(person), _fixture.Meeting.Id, _item, Typed(page, typed, takes), Ct);

    private async Task<Result<ItemSaving>> AddAsync(ItemPage page, Person person) =>
        await _fixture.Chat.Get<SaveItem>().AddAsync(await TurnAsync(person), _fixture.Meeting.Id, page.ItemId, Typed(page, []), Ct);

    private async Task DraftAsync(Person person, string field, string text, AgendaItemId? item = null) => Assert.Null((await _fixture.Chat.Get<SaveItemDraft>().HandleAsync(
        TestBoard.As(person), new SaveItemDraftRequest(Board.Forum.Id, _fixture.Meeting.Id, item ?? _item, field, new DraftWriting(text, Seen: item is null ? 1 : 0, SeenVersion: 0, "a", Turn: 1)), Ct)).Error);

    private async Task<ItemPage> PageAsync(Person person) => (await ReadAsync(person)).Value;

    private async Task<ItemPage> NewPageAsync(Person person) => (await _fixture.Chat.Get<ReadItem>().NewAsync(await TurnAsync(person), _fixture.Meeting.Id, null, null, Ct)).Value;

    private async Task<Result<ItemPage>> ReadAsync(Person person) => await _fixture.Chat.Get<ReadItem>().ItemAsync(await TurnAsync(person), _fixture.Meeting.Id, _item, null, Ct);

    private async Task<ChatTurn> TurnAsync(Person person) => (await _fixture.Chat.Get<PageVisits>().FindAsync(person.EntraObjectId, Ct))!;

    private object Card(params (string Input, string Text)[] typed)
    {
        var data = new Dictionary<string, object?>
        {
            ["forum"] = Board.Forum.Id.Value.ToString("N"),
            ["meeting"] = _fixture.Meeting.Id.Value.ToString("N"),
            ["item"] = _item.Value.ToString("N"),
            ["version"] = 1,
            ["headings"] = new[] { "Sagsfremstilling", "Økonomi" },
            ["kind"] = "1",
            ["section0"] = "Et.\n\nTo.",
            ["recommendations"] = "Godkender budgettet\nDrøfter resten",
        };
        foreach (var (input, text) in typed)
            data[input] = text;

        return data;
    }

    private async Task<int> RowsAsync()
    {
        await using var db = Board.Open();
        return await db.Audit.CountAsync(Ct);
    }

    /// <summary>The row of the edit, without what differs from one database to the next.</summary>
    private async Task<string> LastRowsAsync()
    {
        await using var db = Board.Open();
        var row = await db.Audit.Where(one => one.UseCase == nameof(EditItem) && one.Refusal == null).OrderByDescending(one => one.Sequence).FirstAsync(Ct);
        return $"{row.UseCase} {row.Changes.Replace(_item.Value.ToString(), "ITEM", StringComparison.OrdinalIgnoreCase)}";
    }
}
