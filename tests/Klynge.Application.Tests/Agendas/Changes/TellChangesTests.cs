using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Changes;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Changes;

/// <summary>What changes after an agenda went out is told members once, with what the secretariat says of it.</summary>
public sealed class TellChangesTests : IAsyncLifetime
{
    private const string Ask = "Fortæl om ændringer";

    private AgendaFixture _fixture = null!;
    private AgendaItemId _old;
    private AgendaItemId _gone;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await AgendaFixture.CreateAsync();
        _old = await _fixture.AddAsync(Board.Secretary, "Budget");
        _gone = await _fixture.AddAsync(Board.Secretary, "Udgår");
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Send, _fixture.Data());
        Board.Clock.Advance(Duration.FromHours(2));
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Changes_AreShownFirst_AndToldOnce()
    {
        await ChangeAllAsync();
        var preview = await PreviewAsync();
        foreach (var line in new[] { "Nyt punkt 2: »Hastesag«. Tallene kom i går.", "Punkt 1 er ændret: »Budget«. Bilaget er nyt.", "Taget af dagsordenen: »Udgår«.", "Nyt punkt 3: »Lukket punkt«." })
            Assert.Contains(line, preview.Text(), StringComparison.Ordinal);
        Assert.Single(await _fixture.MessagesToAsync(Board.Member));

        var told = await _fixture.Chat.PressAsync(Board.Secretary, preview.Card(), "Send besked til 5 personer");

        Assert.Contains("5 personer har fået besked om ændringerne", told.Text(), StringComparison.Ordinal);
        var notice = (await _fixture.MessagesToAsync(Board.Member))[^1];
        Assert.Contains("Nyt punkt 2: »Hastesag«. Tallene kom i går.", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemmeligt", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("Personen selv", notice, StringComparison.Ordinal);
        Assert.Contains("5 personer har fået besked", (await _fixture.Chat.PressAsync(Board.Secretary, preview.Card(), "Send besked til 5 personer")).Text(), StringComparison.Ordinal);
        Assert.Equal(2, (await _fixture.MessagesToAsync(Board.Member)).Count);
        Assert.DoesNotContain(Ask, (await AgendaAsync()).Text(), StringComparison.Ordinal);
        Assert.Empty(await _fixture.MessagesToAsync(Board.Secretary));
    }

    [Fact]
    public async Task Changes_AfterTheTelling_AreTheNextOnes()
    {
        await _fixture.AddAsync(Board.Secretary, "Første");
        await TellAsync();
        Board.Clock.Advance(Duration.FromHours(1));
        await _fixture.AddAsync(Board.Secretary, "Anden");

        var preview = (await PreviewAsync()).Text();

        Assert.Contains("»Anden«", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("»Første«", preview, StringComparison.Ordinal);
        Assert.Contains("nyt", (await AgendaAsync()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_MadeWhileTheQuestionStood_IsShownBeforeAnythingIsSent()
    {
        await _fixture.AddAsync(Board.Secretary, "Første");
        var preview = await PreviewAsync();
        Board.Clock.Advance(Duration.FromMinutes(1));
        await _fixture.AddAsync(Board.Secretary, "Anden");

        var again = (await _fixture.Chat.PressAsync(Board.Secretary, preview.Card(), "Send besked til 5 personer")).Text();

        Assert.Contains("Der er kommet flere ændringer", again, StringComparison.Ordinal);
        Assert.Contains("»Anden«", again, StringComparison.Ordinal);
        Assert.Single(await _fixture.MessagesToAsync(Board.Member));
    }

    [Fact]
    public async Task Change_TakenBackWhileTheQuestionStood_IsNotToldOfUnseen()
    {
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Remove, _fixture.Data(_gone));
        Board.Clock.Advance(Duration.FromMinutes(1));
        await _fixture.AddAsync(Board.Secretary, "Første");
        var preview = await PreviewAsync();
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Restore, _fixture.Data(_gone));

        var again = (await _fixture.Chat.PressAsync(Board.Secretary, preview.Card(), "Send besked til 5 personer")).Text();

        Assert.Contains("Send besked til 5 personer", again, StringComparison.Ordinal);
        Assert.DoesNotContain("»Udgår«", again, StringComparison.Ordinal);
        Assert.Single(await _fixture.MessagesToAsync(Board.Member));
    }

    [Fact]
    public async Task Item_ThatCameAndWentUntold_IsNoChange()
    {
        var id = await _fixture.AddAsync(Board.Secretary, "Fejl");
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Remove, _fixture.Data(id));

        (await PreviewAsync()).Refused<NothingToTell>();
    }

    [Fact]
    public async Task Agenda_SentAgain_TellsOfItsChangesByItself()
    {
        await ChangeAllAsync();

        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Send, _fixture.Data());

        (await PreviewAsync()).Refused<NothingToTell>();
    }

    [Fact]
    public async Task Agenda_ThatHasNotGoneOut_HasNoChanges()
    {
        var later = await Board.AddMeetingAsync(daysAhead: 50);
        var data = new { forum = Board.Forum.Id.Value.ToString("N"), meeting = later.Id.Value.ToString("N"), seen = "0" };

        (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.ChangesForm, data)).Refused<AgendaNotSent>();
        (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.TellChanges, data)).Refused<AgendaNotSent>();
        Assert.DoesNotContain(Klynge.Application.Agendas.LateTexts.Label, (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.AddForm, data)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reason_IsAskedForInTheForm_AndStandsOnTheItemUntilItGoesToAnotherMeeting()
    {
        var form = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.EditForm, _fixture.Data(_old))).Text();
        Assert.Contains(Klynge.Application.Agendas.LateTexts.Label, form, StringComparison.Ordinal);
        await ChangeAllAsync();

        Assert.Contains("Eftersendt, fordi bilaget er nyt.", (await AgendaAsync()).Text(), StringComparison.Ordinal);
        var later = await Board.AddMeetingAsync(daysAhead: 50);
        Assert.Null(AgendaItem.Continue(await _fixture.ItemAsync(_old), later, 1, Board.Clock.GetCurrentInstant()).Content.LateReason);
    }

    private async Task ChangeAllAsync()
    {
        await WriteAsync("Hastesag", "Tallene kom i går.");
        await WriteAsync("Hemmeligt", "Personen selv", isClosed: true);
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Remove, _fixture.Data(_gone));
        var content = AgendaFixture.Content("Budget") with { LateReason = "Bilaget er nyt" };
        var edited = await _fixture.Chat.Get<EditItem>().HandleAsync(TestBoard.As(Board.Secretary), new EditItemRequest(Board.Forum.Id, _old, content, 1), default);
        Assert.True(edited.IsSuccess);
    }

    private Task WriteAsync(string title, string reason, bool isClosed = false) => _fixture.Chat.Get<AddItem>().HandleAsync(
        TestBoard.As(Board.Secretary), new AddItemRequest(Board.Forum.Id, _fixture.Meeting.Id, AgendaFixture.Content(title, isClosed) with { LateReason = reason }), default);

    private async Task TellAsync() => (await _fixture.Chat.PressAsync(Board.Secretary, (await PreviewAsync()).Card(), "Send besked til 5 personer")).Card();

    private Task<Klynge.Application.Chat.ChatReply> PreviewAsync() => _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.ChangesForm, _fixture.Data());

    private Task<Klynge.Application.Chat.ChatReply> AgendaAsync() => _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Show, _fixture.Data());
}
