using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Tests.Agendas.Items;

/// <summary>An item is written in what its forum wants to read, with what it is, what it costs in time, and why it is closed.</summary>
public sealed class ItemTemplateFormTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await AgendaFixture.CreateAsync();
        await ShapeAsync(new ItemTemplate { Sections = ["Resumé", "Borgerperspektiv", "Økonomi"], RecommendationLead = "Sekretariatet indstiller, at Chefforum", Minutes = 15 });
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Form_HasABoxForEachSection_AndWhatTheForumBeginsWith()
    {
        var form = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.AddForm, _fixture.Data())).Card().Text();

        foreach (var expected in new[] { "\"label\":\"Resumé\"", "\"label\":\"Borgerperspektiv\"", "\"label\":\"Økonomi\"", "\"value\":15", "\"placeholder\":\"Sekretariatet indstiller, at Chefforum\"", "Efter indstillingen" })
            Assert.Contains(expected, form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_KeepsEachTextUnderItsHeading_WithWhatLeadsIntoTheRecommendations()
    {
        var item = await SaveAsync(new
        {
            title = "Fælles udskrivning",
            kind = 0,
            section0 = "Kort fortalt.",
            section2 = "Ingen merudgift.",
            recommendations = "1. godkender planen\n2. tager status til efterretning",
            caseNumber = " 26/1234 ",
            mayBeDropped = "true",
        });

        Assert.Equal(
            [new("Resumé", "Kort fortalt."), new("Økonomi", "Ingen merudgift."), new AgendaSection("Indstilling", "Sekretariatet indstiller, at Chefforum")],
            item.Content.Sections);
        Assert.Equal((AgendaItemKind.Decision, "26/1234", true), (item.Content.Kind, item.Content.CaseNumber, item.Content.MayBeDropped));
        var card = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Item, _fixture.Data(item.Id))).Card().Text();
        Assert.Contains("sagsnr. 26/1234 · kan udgå", card, StringComparison.Ordinal);
        Assert.Contains("Sekretariatet indstiller, at Chefforum", card, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(card, "\"text\":\"Indstilling\""));
    }

    [Fact]
    public async Task Template_ChangedWhileTheFormWasOpen_MovesNoText()
    {
        var form = (JsonNode)JsonNode.Parse((await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.AddForm, _fixture.Data())).Card().Text())!;
        var data = FindData(form, AgendaVerbs.Add)!.AsObject();
        await ShapeAsync(new ItemTemplate { Sections = ["Økonomi", "Proces"] });
        (data["title"], data["section0"], data["section2"]) = ("Sag", "Kort.", "Gratis.");

        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Add, data);

        Assert.Equal([new("Resumé", "Kort."), new AgendaSection("Økonomi", "Gratis.")], (await SingleAsync()).Content.Sections);
    }

    [Fact]
    public async Task Edit_OffersTheSectionsThatAreMissing_AndKeepsTheOthers()
    {
        var item = await SaveAsync(new { title = "Sag", section1 = "For borgeren." });
        var form = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.EditForm, _fixture.Data(item.Id))).Card().Text();
        Assert.Contains("\"label\":\"Økonomi\"", form, StringComparison.Ordinal);
        var data = FindData(JsonNode.Parse(form)!, AgendaVerbs.Edit)!.AsObject();
        (data["title"], data["section0"], data["section1"], data["lead"], data["recommendations"]) = ("Sag", "Kort.", "For borgeren.", "Formandskabet indstiller, at Chefforum", "drøfter sagen");

        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Edit, data);

        Assert.Equal(
            [new("Resumé", "Kort."), new("Borgerperspektiv", "For borgeren."), new AgendaSection("Indstilling", "Formandskabet indstiller, at Chefforum")],
            (await SingleAsync()).Content.Sections);
    }

    [Fact]
    public async Task Kind_ThatTheRecommendationsDoNotSay_IsAsked()
    {
        (await PressAsync(new { title = "Sag", kind = 0, recommendations = "Se bilag 2" })).Refused<KindUnclear>();
        (await PressAsync(new { title = "Sag", kind = 3, recommendations = "beslutter, hvem der går videre" })).Refused<DecisionIsNoInformation>();
        Assert.Empty(await _fixture.TitlesAsync());

        Assert.Equal(AgendaItemKind.Information, (await SaveAsync(new { title = "Sag", kind = 3, recommendations = "Se bilag 2" })).Content.Kind);
    }

    [Fact]
    public async Task Kind_OfAnItemThatRecommendsNothing_IsADiscussion() =>
        Assert.Equal(AgendaItemKind.Discussion, (await SaveAsync(new { title = "Sag", kind = 0 })).Content.Kind);

    [Fact]
    public async Task ReasonForClosing_IsReadByThoseWhoMayReadTheItem_AndByNobodyElse()
    {
        var item = await SaveAsync(new { title = "Ansættelse", closed = "true", closedBecause = "Personsag, § 6" });

        Assert.Contains("lukket punkt: Personsag, § 6", (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Item, _fixture.Data(item.Id))).Card().Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Personsag", (await _fixture.Chat.PressAsync(Board.Observer, AgendaVerbs.Show, _fixture.Data())).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Personsag", (await _fixture.Chat.PressAsync(Board.Observer, AgendaVerbs.Item, _fixture.Data(item.Id))).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReasonForClosing_OfAnItemThatIsOpen_IsAskedAbout()
    {
        (await PressAsync(new { title = "Sag", closed = "false", closedBecause = "Personsag" })).Refused<ReasonForClosingOpenItem>();

        Assert.Empty(await _fixture.TitlesAsync());
    }

    [Fact]
    public async Task Lead_IsSomebodysWords_AndNothingOfTheCards()
    {
        await SaveAsync(new { title = "Sag", kind = 0, lead = "**Tryk** [her](https://fremmed.example)", recommendations = "godkender planen" });

        var agenda = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Show, _fixture.Data())).Card().Text();

        Assert.DoesNotContain("[her](https://fremmed.example)", agenda, StringComparison.Ordinal);
        Assert.Contains("fremmed.example", agenda, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heading_ThatIsLong_IsKeptWhole()
    {
        var long1 = new string('o', 150);
        await SaveAsync(new { title = "Sag", headings = new[] { long1 }, section0 = "Tekst." });

        Assert.Equal([new AgendaSection(long1, "Tekst.")], (await SingleAsync()).Content.Sections);
    }

    [Fact]
    public async Task Document_LeadsIntoTheRecommendationsAsTheItemSays()
    {
        await SaveAsync(new { title = "Sag", kind = 0, recommendations = "godkender planen" });
        await using var db = Board.Open();
        var forum = (await db.Forums.FindAsync(Board.Forum.Id))!;

        var printed = Assert.Single((await Klynge.Application.Minutes.BuildMinutes.FromAsync(db, forum, _fixture.Meeting)).Items);

        Assert.Equal([new MinutesSection("Indstilling", "Sekretariatet indstiller, at Chefforum")], printed.Sections);
        Assert.Equal(["godkender planen"], printed.Recommendations);
    }

    private Task ShapeAsync(ItemTemplate template) => _fixture.ChangeAsync(async db =>
    {
        var forum = (await db.Forums.FindAsync(Board.Forum.Id))!;
        forum.Rules = forum.Rules with { Items = template };
    });

    private async Task<AgendaItem> SaveAsync(object typed)
    {
        (await PressAsync(typed)).Card();
        return await SingleAsync();
    }

    private async Task<AgendaItem> SingleAsync()
    {
        await using var db = Board.Open();
        return Assert.Single(await db.ItemsOnAgendaAsync(_fixture.Meeting.Id));
    }

    /// <summary>As the form sends it: what stands in its button, and what was typed.</summary>
    private async Task<Klynge.Application.Chat.ChatReply> PressAsync(object typed)
    {
        var form = JsonNode.Parse((await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.AddForm, _fixture.Data())).Card().Text())!;
        var data = FindData(form, AgendaVerbs.Add)!.AsObject();
        foreach (var (name, value) in System.Text.Json.JsonSerializer.SerializeToNode(typed)!.AsObject())
            data[name] = value?.DeepClone();

        return await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Add, data);
    }

    private static JsonNode? FindData(JsonNode? node, string verb) => node switch
    {
        JsonObject one when (string?)(one["verb"] as JsonValue) == verb => one["data"]!.DeepClone(),
        JsonObject one => one.Select(property => FindData(property.Value, verb)).FirstOrDefault(found => found is not null),
        JsonArray list => list.Select(item => FindData(item, verb)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
