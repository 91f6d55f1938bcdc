using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;

namespace Klynge.Application.Tests.Agendas.Items;

/// <summary>Any item is the template of the next of its kind, and the forum's standing items are that of a meeting.</summary>
public sealed class CopyItemTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await AgendaFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Form_BeginsWithTheItemsWords_AndNothingOfItsCaseOrItsFiles()
    {
        var item = await AddAsync(new()
        {
            Title = "Status på handleplanen",
            Minutes = 20,
            Sections = [new AgendaSection("Sagsfremstilling", "Indsats for indsats.")],
            Recommendations = ["Drøfter status"],
            CaseNumber = "2026-1",
            Attachments = [new AgendaAttachment("Status oktober.pdf")],
        });

        Assert.Contains("Nyt punkt som dette", (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Item, _fixture.Data(item))).Card().Text(), StringComparison.Ordinal);
        var form = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.AddForm, Copy(item))).Card().Text();

        foreach (var words in new[] { "\"value\":\"Status på handleplanen\"", "\"value\":\"Indsats for indsats.\"", "\"value\":\"Drøfter status\"", "\"value\":20" })
            Assert.Contains(words, form, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-1\"", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Status oktober.pdf", form, StringComparison.Ordinal);
        Assert.Single(await _fixture.TitlesAsync());
    }

    [Fact]
    public async Task FromAMeetingThatIsOver_ItIsForTheNextOne()
    {
        var item = await AddAsync(new() { Title = "Status" });
        await _fixture.ChangeAsync(async db => Assert.True((await db.Meetings.FindAsync(_fixture.Meeting.Id))!.Cancel("Sygdom").IsSuccess));
        var next = await Board.AddMeetingAsync(35);

        var form = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.AddForm, Copy(item))).Card().Text();

        Assert.Contains($"\"meeting\":\"{next.Id.Value:N}\"", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItemThatIsClosed_IsCopiedByNobodyWhoMayNotReadIt()
    {
        var item = await AddAsync(new() { Title = "Ansættelse", IsClosed = true });

        (await _fixture.Chat.PressAsync(Board.Observer, AgendaVerbs.AddForm, Copy(item))).Refused<NotAllowed>();
    }

    [Fact]
    public void StandingItem_BringsItsTextItsPresenterAndWhatItRecommends()
    {
        var content = new StandingItem("Godkendelse af dagsordenen", AgendaItemKind.Decision, 5) { Presenter = "Formanden", Text = "Formanden byder velkommen.", Recommendations = ["Godkender dagsordenen"] }
            .ToContent(new ItemTemplate { Sections = ["Resumé", "Sagsfremstilling og baggrund"], RecommendationLead = "Det indstilles, at Chefforum" });

        Assert.Equal([new("Sagsfremstilling og baggrund", "Formanden byder velkommen."), new AgendaSection("Indstilling", "Det indstilles, at Chefforum")], content.Sections);
        Assert.Equal(("Formanden", "Godkender dagsordenen"), (content.Presenter, Assert.Single(content.Recommendations)));
    }

    private async Task<AgendaItemId> AddAsync(AgendaItemContent content) =>
        (await _fixture.Chat.Get<AddItem>().HandleAsync(TestBoard.As(Board.Secretary), new AddItemRequest(Board.Forum.Id, _fixture.Meeting.Id, content), TestContext.Current.CancellationToken)).Value.Id;

    private object Copy(AgendaItemId item) => new
    {
        forum = Board.Forum.Id.Value.ToString("N"),
        meeting = _fixture.Meeting.Id.Value.ToString("N"),
        item = item.Value.ToString("N"),
        copyOf = item.Value.ToString("N"),
    };
}
