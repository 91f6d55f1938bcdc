using Klynge.Application.Chat.Commands;
using Klynge.Application.Search;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Search;

public abstract class SearchTests(TestStore store) : SearchScenario(store)
{
    public sealed class OnSqlite() : SearchTests(TestStore.Sqlite);

    public sealed class OnPostgres() : SearchTests(TestStore.Postgres);

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

        Assert.Equal(Store == TestStore.Postgres ? 1 : 0, (await FindAsync(words)).Total);
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

        var result = await SearchAsync(Board.Secretary, words);

        Assert.True(result.IsSuccess || result.Error is NothingToSearchFor);
        Assert.Single((await FindAsync("løsning")).Hits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ?!  ")]
    [InlineData("»«")]
    public async Task Search_WithoutAWord_AsksForOne(string words) =>
        Assert.IsType<NothingToSearchFor>((await SearchAsync(Board.Secretary, words)).Error);

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
        var item = AgendaItem.Add(Meeting, 1, content, Board.Clock.GetCurrentInstant());
        item.Decide("Punktet udsættes.", seenVersion: null, Board.Clock.GetCurrentInstant());
        await AddAsync(item);

        foreach (var word in new[] { "titelord", "oplægsholder", "borgerperspektiv", "hjemmepleje", "samarbejdsaftalen", "økonomi", "udsættes" })
            Assert.Single((await FindAsync(word)).Hits);
    }

    [Fact]
    public async Task Search_TitleOverBody_ThenNewerFirst()
    {
        var older = await Board.AddMeetingAsync(30);
        var newer = await Board.AddMeetingAsync(60);
        await AddAsync(
            Item("Noget andet", number: 1, text: "økonomi økonomi økonomi"),
            Item("Økonomi", number: 1, meeting: older),
            Item("Økonomi", number: 1, meeting: newer));

        var hits = (await FindAsync("økonomi")).Hits;

        Assert.Equal([newer.Id, older.Id, Meeting.Id], hits.Select(hit => hit.MeetingId));
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
    [InlineData("aften natten", "Vagten (aften, natten) – og *natten* efter 2*natten*3", @"Vagten (**aften**, **natten**) – og **natten** efter 2\***natten**\*3")]
    [InlineData("bemanding", "1. Bemanding og udstyr", "1. **Bemanding** og udstyr")]
    public async Task Search_KeepsTheBlanksAroundAHit(string words, string text, string expected)
    {
        await AddAsync(Item("Titel", text: text));

        var snippet = Assert.Single((await FindAsync(words)).Hits).Snippet!.Replace("\u2060", "", StringComparison.Ordinal);

        Assert.Contains(expected, snippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_IsRestrictedToWhatThePersonMayRead()
    {
        var elsewhere = Meeting.Schedule(Board.OtherForum.Id, Meeting.Time, null, Board.Clock.GetCurrentInstant()).Value;
        await Board.AddAsync(elsewhere);
        await AddAsync(
            Item("Fælles sag", number: 1),
            Item("Lukket sag", number: 2, isClosed: true),
            Item("Fremmed sag", number: 1, meeting: elsewhere));

        Assert.Equal(["Fælles sag", "Lukket sag"], await TitlesAsync(Board.Secretary));
        Assert.Equal(["Fælles sag", "Lukket sag"], await TitlesAsync(Board.Chair));
        Assert.Equal(["Fælles sag", "Lukket sag"], await TitlesAsync(Board.Member));
        Assert.Equal(["Fremmed sag", "Fælles sag"], await TitlesAsync(Board.Observer));
        using var chat = new ChatFixture(Board);
        (await chat.SayAsync(chat.Turn(Board.Stranger) with { ChosenForumId = null }, new ChatCommand.Search("sag"))).Refused<UnknownPerson>();
        var inChat = await SearchAsync(Board.Secretary, "sag", only: Board.Forum.Id);
        Assert.Equal(["Fælles sag"], inChat.Value.Hits.Select(hit => hit.Title));
    }
}
