using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Search;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Search;

public abstract class SearchTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : SearchTests(TestStore.Sqlite);

    public sealed class OnPostgres() : SearchTests(TestStore.Postgres);

    private TestBoard _board = null!;
    private SearchItems _search = null!;
    private Meeting _meeting = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        _search = new SearchItems(_board.Contexts);
        _meeting = await _board.AddMeetingAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _board.DisposeAsync();
    }

    [Theory]
    [InlineData("sundhedsråd")]
    [InlineData("SUNDHEDSRAAD")]
    [InlineData("sundhedsraa")]
    [InlineData("ældreområdet")]
    [InlineData("aeldreomraadet")]
    [InlineData("løsning")]
    [InlineData("loesn")]
    [InlineData("\"i sundhedsrådet\"")]
    [InlineData("»løsning i sundhedsrådet«")]
    [InlineData("sundhedsrådet løsning")]
    [InlineData("cafeen")]
    public async Task Search_FoldsDanishLettersAndFindsBeginnings(string words)
    {
        await AddAsync(Item("Ældreområdet: løsning i Sundhedsrådet på caféen"));

        Assert.Single((await FindAsync(words)).Hits);
    }

    [Theory]
    [InlineData("sundhed løsningen")]
    [InlineData("\"sundhedsrådet i\"")]
    [InlineData("løsnin sundhedsrådet")]
    public async Task Search_OtherWords_FindNothing(string words)
    {
        await AddAsync(Item("Løsning i Sundhedsrådet"));

        Assert.Empty((await FindAsync(words)).Hits);
    }

    /// <summary>PostgreSQL knows Danish endings; SQLite finds what is written and what begins so.</summary>
    [Theory]
    [InlineData("sundhedsrådene")]
    [InlineData("løsningerne")]
    [InlineData("sundhedsråds løsninger")]
    public async Task Search_OfAnotherFormOfTheWord_FindsItWhereTheDatabaseKnowsDanish(string words)
    {
        await AddAsync(Item("Løsning i Sundhedsrådet"));

        Assert.Equal(store == TestStore.Postgres ? 1 : 0, (await FindAsync(words)).Total);
    }

    [Theory]
    [InlineData("AND")]
    [InlineData("NEAR(løsning")]
    [InlineData("Title: løsning")]
    [InlineData("løsning OR \"")]
    [InlineData("\"\"\"")]
    [InlineData("løsning*")]
    [InlineData("^løsning -sundhed")]
    [InlineData("'; DROP TABLE \"SearchIndex\"; --løsning")]
    [InlineData("{Body} : (x")]
    [InlineData("\0løsning")]
    [InlineData("🎉løsning")]
    public async Task Search_WithTheSignsOfTheQueryLanguage_NeverBreaks(string words)
    {
        await AddAsync(Item("Løsning"));

        var result = await SearchAsync(_board.Secretary, words);

        Assert.True(result.IsSuccess || result.Error is NothingToSearchFor);
        Assert.Single((await FindAsync("løsning")).Hits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ?!  ")]
    [InlineData("»«")]
    public async Task Search_WithoutAWord_AsksForOne(string words) =>
        Assert.IsType<NothingToSearchFor>((await SearchAsync(_board.Secretary, words)).Error);

    [Fact]
    public async Task Search_LooksInEveryTextOfAnItem()
    {
        var content = new AgendaItemContent
        {
            Title = "Titelord",
            Presenter = "Jane Oplægsholder",
            Sections = [new AgendaSection("Borgerperspektiv", "Brødtekst om hjemmepleje")],
            Recommendations = ["tiltræder samarbejdsaftalen"],
            Attachments = [new AgendaAttachment("Bilag om økonomi.pdf")],
        };
        var item = AgendaItem.Add(_meeting, 1, content, _board.Clock.GetCurrentInstant());
        item.Decide("Punktet udsættes.", seenVersion: null, _board.Clock.GetCurrentInstant());
        await AddAsync(item);

        foreach (var word in new[] { "titelord", "oplægsholder", "borgerperspektiv", "hjemmepleje", "samarbejdsaftalen", "økonomi", "udsættes" })
            Assert.Single((await FindAsync(word)).Hits);
    }

    [Fact]
    public async Task Search_TitleOverBody_ThenNewerFirst()
    {
        var older = await _board.AddMeetingAsync(30);
        var newer = await _board.AddMeetingAsync(60);
        await AddAsync(
            Item("Noget andet", number: 1, text: "økonomi økonomi økonomi"),
            Item("Økonomi", number: 1, meeting: older),
            Item("Økonomi", number: 1, meeting: newer));

        var hits = (await FindAsync("økonomi")).Hits;

        Assert.Equal([newer.Id, older.Id, _meeting.Id], hits.Select(hit => hit.MeetingId));
    }

    [Fact]
    public async Task Search_ShowsThePieceAroundTheHitAsItWasWritten()
    {
        await AddAsync(Item("Titel", text: string.Concat(Enumerable.Repeat("fyld og mere fyld ", 40)) + "Sundhedsrådets *plan* for Ålborg " + string.Concat(Enumerable.Repeat("og så videre ", 40))));

        var snippet = Assert.Single((await FindAsync("sundhedsraad")).Hits).Snippet!.Replace("\u2060", "", StringComparison.Ordinal);

        Assert.Contains("**Sundhedsrådets**", snippet, StringComparison.Ordinal);
        Assert.StartsWith("… ", snippet, StringComparison.Ordinal);
        Assert.EndsWith(" …", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 50, 260);
    }

    [Theory]
    [InlineData("handleplan", "Handleplan med status", "**Handleplan** med status")]
    [InlineData("handleplan status", "Ny handleplan status <b>nu</b>", "Ny **handleplan** **status** <b>nu</b>")]
    [InlineData("aften natten", "Vagten (aften, natten) – og *natten* efter", @"Vagten (**aften**, **natten**) – og \***natten**\* efter")]
    [InlineData("bemanding", "1. Bemanding og udstyr", "1. **Bemanding** og udstyr")]
    public async Task Search_KeepsTheBlanksAroundAHit(string words, string text, string expected)
    {
        await AddAsync(Item("Titel", text: text));

        var snippet = Assert.Single((await FindAsync(words)).Hits).Snippet!.Replace("\u2060", "", StringComparison.Ordinal);

        Assert.Contains(expected, snippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hit_IsOpened_AndLeadsBackToWhatWasFound()
    {
        await AddAsync(Item("Handleplan for året", text: "Hele teksten om planen."));
        using var chat = new ChatBench(_board);
        var found = (await chat.SayAsync(_board.Member, new ChatCommand.Search("handleplan"))).Card();

        var item = (await chat.PressAsync(_board.Member, found, "Åbn punktet")).Card();
        Assert.Contains("Hele teksten om planen.", item.Text(), StringComparison.Ordinal);

        var back = await chat.PressAsync(_board.Member, item, "Tilbage til søgningen");
        Assert.Equal(found.Text(), back.Text());
    }

    [Fact]
    public async Task Hit_OfAClosedItem_IsNotOpenedByWhoMayNotReadIt()
    {
        var item = Item("Lukket sag", isClosed: true, text: "Hemmeligt");
        await AddAsync(item);
        using var chat = new ChatBench(_board);
        var data = new { forum = _board.Forum.Id.Value, meeting = _meeting.Id.Value, item = item.Id.Value, words = "sag", skip = 0 };

        Assert.DoesNotContain("Hemmeligt", (await chat.PressAsync(_board.Observer, SearchCard.OpenVerb, data)).Text(), StringComparison.Ordinal);
        (await chat.PressAsync(_board.Stranger, SearchCard.OpenVerb, data)).Refused<ForumNotFound>();
    }

    [Fact]
    public async Task Search_IsRestrictedToWhatThePersonMayRead()
    {
        var elsewhere = Meeting.Schedule(_board.OtherForum.Id, _meeting.Time, null, _board.Clock.GetCurrentInstant()).Value;
        await _board.AddAsync(elsewhere);
        await AddAsync(
            Item("Fælles sag", number: 1),
            Item("Lukket sag", number: 2, isClosed: true),
            Item("Fremmed sag", number: 1, meeting: elsewhere));

        Assert.Equal(["Fælles sag", "Lukket sag"], await TitlesAsync(_board.Secretary));
        Assert.Equal(["Fælles sag", "Lukket sag"], await TitlesAsync(_board.Chair));
        Assert.Equal(["Fælles sag", "Lukket sag"], await TitlesAsync(_board.Member));
        Assert.Equal(["Fremmed sag", "Fælles sag"], await TitlesAsync(_board.Observer));
        using var chat = new ChatBench(_board);
        (await chat.SayAsync(chat.Turn(_board.Stranger) with { ChosenForumId = null }, new ChatCommand.Search("sag"))).Refused<UnknownPerson>();
        var inChat = await SearchAsync(_board.Secretary, "sag", only: _board.Forum.Id);
        Assert.Equal(["Fælles sag"], inChat.Value.Hits.Select(hit => hit.Title));
    }

    [Fact]
    public async Task Search_FollowsWhatBecomesOfAnItem()
    {
        var proposal = AgendaItem.Propose(_meeting, new AgendaItemContent { Title = "Forslag" }, _board.Member.Id, _board.Clock.GetCurrentInstant());
        await AddAsync(proposal);
        Assert.Empty((await FindAsync("forslag")).Hits);

        await ChangeAsync(proposal.Id, (item, now) => item.Accept(_meeting, 1, null, now));
        Assert.Single((await FindAsync("forslag")).Hits);

        await ChangeAsync(proposal.Id, (item, now) => item.Decide("Besluttet enstemmigt", item.Version, now));
        Assert.Equal("Besluttet enstemmigt", Assert.Single((await FindAsync("enstemmigt")).Hits).Decision);

        await ChangeAsync(proposal.Id, (item, now) => item.Decide("Ændret", item.Version, now));
        Assert.Empty((await FindAsync("enstemmigt")).Hits);

        await ChangeAsync(proposal.Id, (item, _) => item.Remove());
        Assert.Empty((await FindAsync("forslag")).Hits);

        await ChangeAsync(proposal.Id, (item, _) => item.Restore(1));
        Assert.Single((await FindAsync("forslag")).Hits);
    }

    [Fact]
    public async Task Search_NeverFindsWhatWasRolledBack()
    {
        await _board.Writer.WriteAsync<Done>(Caller.System, "Test", forum: null, scope =>
        {
            scope.Db.AgendaItems.Add(Item("Fortrudt"));
            return Task.FromResult<Result<Done>>(new ItemNotFound());
        });

        await using var db = _board.Open();
        Assert.Equal(0, await db.Database.SqlQuery<int>($"""SELECT CAST(COUNT(*) AS integer) AS "Value" FROM "SearchIndex" """).SingleAsync());
    }

    [Fact]
    public async Task Rebuild_FillsAnEmptyIndexOnce()
    {
        await _board.AddAsync(Item("Gammelt punkt", number: 1), Item("Andet punkt", number: 2));
        Assert.Empty((await FindAsync("punkt")).Hits);

        Assert.Equal(2, await SearchIndex.RebuildIfEmptyAsync(_board.Writer, default));
        Assert.Equal(2, (await FindAsync("punkt")).Total);
        Assert.Equal(0, await SearchIndex.RebuildIfEmptyAsync(_board.Writer, default));
    }

    [Fact]
    public async Task Search_AmongFiveThousand_PagesThroughAllThatMatch()
    {
        await AddAsync([.. Enumerable.Range(1, 5_000).Select(number => Item(
            number % 100 == 0 ? $"Budget {number}" : $"Punkt {number}", number, text: string.Concat(Enumerable.Repeat($"tekst {number} om drift ", 20))))]);

        var seen = new HashSet<AgendaItemId>();
        for (var skip = 0; ; skip += SearchItems.PageSize)
        {
            var page = (await SearchAsync(_board.Member, "budget", skip)).Value;
            Assert.All(page.Hits, hit => Assert.True(seen.Add(hit.ItemId)));
            if (!page.HasMore)
                break;
        }

        Assert.Equal(50, seen.Count);
        Assert.Equal(5_000, (await FindAsync("drift")).Total);
    }

    [Fact]
    public async Task Soeg_InChat_ShowsTenAndTheButtonShowsMore()
    {
        using var chat = new ChatBench(_board);
        await AddAsync([.. Enumerable.Range(1, 12).Select(number => Item($"Budget <at>{number}</at>", number))]);

        var first = (await chat.SayAsync(_board.Member, new ChatCommand.Search("budget"))).Text();
        Assert.Contains("1–10 af 12 punkter", first, StringComparison.Ordinal);
        Assert.Contains("Vis flere", first, StringComparison.Ordinal);

        var rest = (await chat.PressAsync(_board.Member, "search.more", new { words = "budget", skip = 10 })).Text();
        Assert.Contains("11–12 af 12 punkter", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("Vis flere", rest, StringComparison.Ordinal);

        var nothing = (await chat.SayAsync(_board.Member, new ChatCommand.Search("findesikke"))).Text();
        Assert.Contains("Jeg fandt intet om »findesikke«", nothing, StringComparison.Ordinal);

        (await chat.SayAsync(chat.Turn(_board.Member, chatOf: null, personal: false), new ChatCommand.Search("budget"))).Refused<SearchInPrivate>();
        Assert.NotNull((await chat.PressAsync(_board.Member, "search.more", new { words = 3, skip = -7 })).Refused<NothingToSearchFor>());
    }

    [Fact]
    public async Task Soeg_InAForumThatIsClosedDown_StillFindsWhatWasDecidedThere()
    {
        using var chat = new ChatBench(_board);
        await AddAsync(Item("Budget"));
        await using (var db = _board.Open())
        {
            (await db.Forums.SingleAsync(forum => forum.Id == _board.Forum.Id)).IsClosed = true;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var found = (await chat.SayAsync(chat.Turn(_board.Member) with { ChosenForumId = null }, new ChatCommand.Search("budget"))).Text();

        Assert.Contains("1 punkt", found, StringComparison.Ordinal);
    }

    /// <param name="only">The forum whose chat it is said in; null for the personal chat.</param>
    private async Task<Result<SearchResults>> SearchAsync(Person person, string words, int skip = 0, ForumId? only = null)
    {
        await using var db = _board.Open();
        var visits = await db.VisitsAsync(person.Id, _board.Today, closedToo: true);
        var forums = visits.FindAll(visit => visit.Access.May(Permission.ReadMinutes) && (only is null || visit.Forum.Id == only));
        return await _search.HandleAsync(new SearchRequest(forums, words, skip, IsAlone: only is null), default);
    }

    private AgendaItem Item(string title, int number = 1, string text = "Tekst", bool isClosed = false, Meeting? meeting = null) => AgendaItem.Add(
        meeting ?? _meeting,
        number,
        new AgendaItemContent { Title = title, Sections = [new AgendaSection("Sagsfremstilling", text)], IsClosed = isClosed },
        _board.Clock.GetCurrentInstant());

    private async Task AddAsync(params AgendaItem[] items)
    {
        foreach (var some in items.Chunk(500))
        {
            await _board.Writer.WriteAsync<Done>(Caller.System, "Test", forum: null, scope =>
            {
                scope.Db.AgendaItems.AddRange(some);
                return Task.FromResult<Result<Done>>(default(Done));
            });
        }
    }

    private async Task ChangeAsync(AgendaItemId id, Func<AgendaItem, Instant, Result<Done>> change) =>
        Assert.True((await _board.Writer.WriteAsync<Done>(Caller.System, "Test", forum: null, async scope =>
            change(await scope.Db.AgendaItems.SingleAsync(item => item.Id == id), scope.Now))).IsSuccess);

    private async Task<SearchResults> FindAsync(string words) =>
        (await SearchAsync(_board.Secretary, words)).Value;

    private async Task<IReadOnlyList<string>> TitlesAsync(Person person) =>
        [.. (await SearchAsync(person, "sag")).Value.Hits.Select(hit => hit.Title).Order(StringComparer.Ordinal)];
}
