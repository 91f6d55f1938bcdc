using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Contributions;

/// <summary>People are asked for their text to an item, write it on a card, and see that item alone.</summary>
public abstract class ContributionTests(TestStore store) : IAsyncLifetime
{
    private const string Section = "Frode Fremmed, Driftsforum";

    private ContributionFixture _fixture = null!;

    public sealed class OnSqlite() : ContributionTests(TestStore.Sqlite);

    public sealed class OnPostgres() : ContributionTests(TestStore.Postgres);

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await ContributionFixture.CreateAsync(store);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _fixture.DisposeAsync();
    }

    [Fact]
    public async Task Form_OnTheItem_ProposesTheForumsTimeLimit_AndPeopleOfAllItsForums()
    {
        var item = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Item, _fixture.Data())).Card();

        var form = (await _fixture.Chat.PressAsync(Board.Secretary, item, "Bed om bidrag")).Text();

        Assert.Contains("\"value\":\"2026-01-23\"", form, StringComparison.Ordinal);
        Assert.Contains("Mads Holt, Birkelse Kommune", form, StringComparison.Ordinal);
        Assert.Contains(Section, form, StringComparison.Ordinal);
        Assert.Contains("Bo Ørum, Patientforeningen", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Bo Ørum, Driftsforum", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Ulla Fremmed", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_SendsTheItemAsItStands_WithTheDayAndWhatIsWanted()
    {
        var told = (await _fixture.AskAsync([_fixture.Outsider, Board.Member], wanted: "Højst ti linjer")).Text();

        Assert.Contains("Frode Fremmed, Driftsforum og Mads Holt, Birkelse Kommune: bedt om bidrag senest fredag d. 23. januar 2026.", told, StringComparison.Ordinal);
        Assert.Contains("2 af 2 mangler.", told, StringComparison.Ordinal);
        var card = Assert.Single(await _fixture.CardsToAsync(_fixture.Outsider));
        Assert.All(
            [ContributionFixture.Title, ContributionFixture.Case, "Chefforum", "Send det senest fredag d. 23. januar 2026.", "Skriv om: Højst ti linjer", "Tirsdag d. 3. februar 2026"],
            text => Assert.Contains(text, card, StringComparison.Ordinal));
        Assert.Equal("Chefforum beder om dit bidrag til »Nyt fra driftsfora«", (await _fixture.SentToAsync(_fixture.Outsider))[0].Text);
        await using var db = Board.Open();
        Assert.Single(await db.Audit.Where(entry => entry.UseCase == nameof(AskContribution) && entry.Refusal == null).ToListAsync());
    }

    [Fact]
    public async Task AskTwice_ChangesTheDay_AndMakesNoSecondOne()
    {
        await _fixture.AskAsync([_fixture.Outsider]);
        Assert.Contains("allerede bedt om det", (await _fixture.AskAsync([_fixture.Outsider])).Text(), StringComparison.Ordinal);
        await _fixture.AskAsync([_fixture.Outsider, _fixture.Outsider], new LocalDate(2026, 1, 27));

        Assert.Equal(new LocalDate(2026, 1, 27), (await _fixture.OfAsync(_fixture.Outsider)).DueOn);
        var cards = await _fixture.CardsToAsync(_fixture.Outsider);
        Assert.Equal(2, cards.Count);
        Assert.Contains("tirsdag d. 27. januar 2026", cards[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-12", "fra i dag og til mødet")]
    [InlineData("2026-02-04", "fra i dag og til mødet")]
    public async Task Ask_ForADayThatIsOver_OrAfterTheMeeting_IsRefusedOnTheForm_WithWhatWasTyped(string day, string sentence)
    {
        var form = (await _fixture.AskAsync([_fixture.Outsider], NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, "Kort, tak")).Text();

        Assert.Contains(sentence, form, StringComparison.Ordinal);
        Assert.Contains("Kort, tak", form, StringComparison.Ordinal);
        Assert.Empty(await _fixture.CardsToAsync(_fixture.Outsider));
    }

    [Fact]
    public async Task Ask_ByTypedNames_FindsEach_AndAsksAboutOneThatIsNotClear()
    {
        Assert.Contains("Jeg kender ikke »Grethe«", (await _fixture.AskAsync([Board.Member], typed: "Frode Fremmed; Grethe")).Text(), StringComparison.Ordinal);
        Assert.Empty(await _fixture.CardsToAsync(Board.Member));

        await _fixture.AskAsync([Board.Member], typed: "Frode Fremmed; Omar Said, PLO");

        Assert.Single(await _fixture.CardsToAsync(Board.Member));
        Assert.Single(await _fixture.CardsToAsync(_fixture.Outsider));
        Assert.Single(await _fixture.CardsToAsync(Board.Doctor));
    }

    [Fact]
    public async Task Ask_OfNobody_OfAStranger_OrByAMember_IsRefused()
    {
        Assert.Contains("Vælg, hvem der skal bidrage.", (await _fixture.AskAsync([])).Text(), StringComparison.Ordinal);
        Assert.Contains("står ikke på medlemslisten længere", (await _fixture.AskAsync([Board.Stranger])).Text(), StringComparison.Ordinal);
        (await _fixture.Chat.PressAsync(Board.Member, ContributionVerbs.Ask, _fixture.Data())).Refused<Domain.Forums.NotAllowed>();
        await using var db = Board.Open();
        Assert.Empty(await db.Contributions.ToListAsync());
    }

    [Fact]
    public async Task Send_BecomesASectionOfTheItem_AndTellsTheSecretariatOnce()
    {
        await _fixture.AskAsync([_fixture.Outsider]);

        var sent = (await _fixture.SendAsync(_fixture.Outsider, "To nye medarbejdere.")).Text();
        await _fixture.SendAsync(_fixture.Outsider, "Tre nye medarbejdere.");

        Assert.Contains("Dit bidrag er sendt (i dag kl. 09.00). Du kan ændre det, indtil dagsordenen sendes ud.", sent, StringComparison.Ordinal);
        Assert.Equal([$"Sagsfremstilling: {ContributionFixture.Case}", $"{Section}: Tre nye medarbejdere."], await _fixture.SectionsAsync());
        var told = Assert.Single(await _fixture.CardsToAsync(Board.Secretary));
        Assert.Contains("Frode Fremmed, Driftsforum, har sendt sit bidrag til punkt 1", told, StringComparison.Ordinal);
        await using var db = Board.Open();
        Assert.Equal(2, await db.Audit.CountAsync(entry => entry.UseCase == nameof(SendContribution) && entry.ActorId == _fixture.Outsider.Id && entry.Refusal == null));
    }

    /// <summary>Neither text is lost: the contributor sees both, chooses, and the secretariat gets its words back.</summary>
    [Fact]
    public async Task Send_OverWhatTheSecretariatHasRewritten_ShowsBothFirst()
    {
        await _fixture.AskAsync([_fixture.Outsider]);
        await _fixture.SendAsync(_fixture.Outsider, "Min tekst.");
        var old = (await _fixture.OfAsync(_fixture.Outsider)).MarkOf((await _fixture.ItemAsync()).Content);
        await _fixture.RewriteAsync(Section, "Sekretariatets udgave.");
        Assert.Contains("Sekretariatet har rettet i din tekst.", (await _fixture.ShowAsync(_fixture.Outsider)).Text(), StringComparison.Ordinal);

        var asked = (await _fixture.SendAsync(_fixture.Outsider, "Min nye tekst.", old)).Card();

        Assert.Contains("Sekretariatets udgave.", asked.Text(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Min nye tekst.\"", asked.Text(), StringComparison.Ordinal);
        Assert.Contains($"{Section}: Sekretariatets udgave.", await _fixture.SectionsAsync());

        await _fixture.SendAsync(_fixture.Outsider, "Min nye tekst.");

        Assert.Contains($"{Section}: Min nye tekst.", await _fixture.SectionsAsync());
        var told = (await _fixture.CardsToAsync(Board.Secretary))[^1];
        Assert.Contains("har ændret den tekst til punkt 1, som I havde rettet", told, StringComparison.Ordinal);
        Assert.Contains("Sekretariatets udgave.", told, StringComparison.Ordinal);
    }

    /// <summary>A contribution that comes while the secretariat has the item's form open gets none of the words that were typed there.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(ContributionFixture.Case)]
    public async Task Send_WhileTheSecretariatWritesTheItem_IsAConflictThere_AndNobodysWordsMove(string text)
    {
        var item = await _fixture.AddAsync("Andet nyt", text: text);
        var form = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.EditForm, _fixture.Data(item))).Card();
        await _fixture.AskAsync([_fixture.Outsider], item: item);
        await _fixture.SendAsync(_fixture.Outsider, "Frodes ord.", item: item);

        var asked = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Edit, Typed(form, "Sekretærens ord."))).Card();
        Assert.Contains("Frodes ord.", asked.Text(), StringComparison.Ordinal);
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Edit, Typed(asked, "Sekretærens ord.", "Frodes ord."));

        Assert.Equal([new("Sagsfremstilling", "Sekretærens ord."), new(Section, "Frodes ord.")], (await _fixture.ItemAsync(item)).Content.Sections);
    }

    [Fact]
    public async Task AfterTheAgendaWasSent_NothingIsSent_TheItemIsNotShown_AndItSaysWhomToWriteTo()
    {
        await _fixture.AskAsync([_fixture.Outsider, Board.Doctor]);
        await _fixture.SendAsync(_fixture.Outsider, "Min tekst.");
        var preview = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.SendForm, _fixture.Data())).Text();
        Assert.Contains("Der mangler bidrag fra Omar Said, PLO.", preview, StringComparison.Ordinal);
        await _fixture.Chat.Get<SendAgenda>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, _fixture.Meeting.Id), default);

        var error = (await _fixture.SendAsync(_fixture.Outsider, "For sent.")).Refused<ContributionIsOver>();
        var card = (await _fixture.ShowAsync(_fixture.Outsider)).Text();

        Assert.Equal("Dagsordenen er sendt ud, så bidraget kan ikke sendes eller ændres her. Skriv til Sofie Bech (sofie@fjordlandet.example).", error.Text);
        Assert.Contains(error.Text, card, StringComparison.Ordinal);
        Assert.Contains("Min tekst.", card, StringComparison.Ordinal);
        Assert.DoesNotContain(ContributionFixture.Case, card, StringComparison.Ordinal);
        Assert.Contains($"{Section}: Min tekst.", await _fixture.SectionsAsync());
        (await _fixture.AskAsync([Board.Member])).Refused<TooLateToAsk>();
    }

    [Fact]
    public async Task Withdraw_TellsThePerson_ShowsNoItem_AndCanBeAskedAnew()
    {
        await _fixture.AskAsync([_fixture.Outsider]);
        await _fixture.SendAsync(_fixture.Outsider, "Min tekst.");
        var data = new { forum = ContributionFixture.Hex(Board.Forum.Id.Value), meeting = ContributionFixture.Hex(_fixture.Meeting.Id.Value), contribution = ContributionFixture.Hex((await _fixture.OfAsync(_fixture.Outsider)).Id.Value) };

        var told = (await _fixture.Chat.PressAsync(Board.Secretary, ContributionVerbs.Withdraw, data)).Text();
        await _fixture.Chat.PressAsync(Board.Secretary, ContributionVerbs.Withdraw, data);

        Assert.Contains("anmodningen er trukket tilbage, og der er givet besked", told, StringComparison.Ordinal);
        var cards = await _fixture.CardsToAsync(_fixture.Outsider);
        Assert.Equal(2, cards.Count);
        Assert.Contains("har ikke længere brug for dit bidrag til »Nyt fra driftsfora«", cards[1], StringComparison.Ordinal);
        Assert.DoesNotContain(ContributionFixture.Case, (await _fixture.ShowAsync(_fixture.Outsider)).Text(), StringComparison.Ordinal);
        (await _fixture.SendAsync(_fixture.Outsider, "Alligevel.")).Refused<ContributionIsOver>();
        Assert.Contains($"{Section}: Min tekst.", await _fixture.SectionsAsync());

        await _fixture.AskAsync([_fixture.Outsider]);
        Assert.Contains("Du kan ændre det", (await _fixture.ShowAsync(_fixture.Outsider)).Text(), StringComparison.Ordinal);
    }

    /// <summary>What came by mail or over the phone is the same text as if the person had sent it, on record as the secretary's doing.</summary>
    [Fact]
    public async Task Record_PutsInWhatCameAnotherWay_AndItIsNotMissingAnyMore()
    {
        await _fixture.AskAsync([_fixture.Outsider]);
        var list = (await _fixture.Chat.PressAsync(Board.Secretary, ContributionVerbs.List, _fixture.Data())).Card();
        var form = (await _fixture.Chat.PressAsync(Board.Secretary, list, "Skriv det ind")).Card();
        var data = Pressed(form, "Gem");
        data["contributed"] = "Fra en mail.";

        Assert.Contains("Alle har sendt deres bidrag.", (await _fixture.Chat.PressAsync(Board.Secretary, ContributionVerbs.Record, data)).Text(), StringComparison.Ordinal);

        Assert.Contains($"{Section}: Fra en mail.", await _fixture.SectionsAsync());
        await using var db = Board.Open();
        Assert.Equal(Board.Secretary.Id, (await db.Audit.SingleAsync(entry => entry.UseCase == nameof(RecordContribution))).ActorId);
    }

    /// <summary>Two of one name from one place do not write over each other.</summary>
    [Fact]
    public async Task Heading_OfTwoOfOneName_IsToldApart()
    {
        var twin = new Domain.Forums.Person { Key = "frode2", Name = "Frode Fremmed", Email = "frode2@fjordlandet.example" };
        await Board.AddAsync(twin);
        await Board.AddAsync(new Domain.Forums.ForumMember
        {
            ForumId = Board.OtherForum.Id,
            PersonId = twin.Id,
            Role = Domain.Forums.Role.Member,
            HasVote = true,
            Organisation = "Birkelse Kommune",
            Sector = "Birkelse Kommune",
            From = new LocalDate(2025, 1, 1),
            Order = 10,
        });
        await _fixture.AskAsync([_fixture.Outsider, twin]);

        await _fixture.SendAsync(_fixture.Outsider, "Den enes.");
        await _fixture.SendAsync(twin, "Den andens.");

        Assert.Equal([$"{Section}: Den enes.", $"{Section} (2): Den andens."], (await _fixture.SectionsAsync()).Skip(1));
    }

    private static System.Text.Json.Nodes.JsonObject Pressed(Klynge.Teams.Cards.AdaptiveCard card, string button)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(Klynge.Teams.Cards.CardJson.Serialize(card))!;
        return Cards.CardTests.Objects(json).First(part => (string?)part["type"] == "Action.Execute" && (string?)part["title"] == button)["data"]!.DeepClone().AsObject();
    }

    /// <summary>What a person sends who has typed the sections of an item's form, in their order.</summary>
    private static System.Text.Json.Nodes.JsonObject Typed(Klynge.Teams.Cards.AdaptiveCard form, params string[] sections)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(Klynge.Teams.Cards.CardJson.Serialize(form))!;
        var save = Cards.CardTests.Objects(json).First(part => (string?)part["type"] == "Action.Execute" && (string?)part["verb"] == AgendaVerbs.Edit.Verb);
        var data = save["data"]!.DeepClone().AsObject();
        foreach (var input in Cards.CardTests.Objects(json).Where(part => ((string?)part["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true))
            data[(string)input["id"]!] = input["value"]?.DeepClone();

        for (var index = 0; index < sections.Length; index++)
            data[$"section{index}"] = sections[index];

        return data;
    }
}
