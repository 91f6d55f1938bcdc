using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas;

public sealed class AgendaStoryTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Meeting _meeting = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _meeting = await _board.AddMeetingAsync();
    }

    public ValueTask DisposeAsync()
    {
        _chat.Dispose();
        return _board.DisposeAsync();
    }

    [Fact]
    public async Task Agenda_InTheForumsOwnChat_IsTheSharedCard()
    {
        var turn = _chat.Turn(_board.Member, _board.Forum.Id, personal: false);
        var reply = await _chat.SayAsync(turn, new ChatCommand.ShowAgenda(null, null));

        Assert.Equal(AgendaCards.Key(_meeting.Id), Assert.IsType<ChatReply.Shared>(reply).Key);
    }

    [Fact]
    public async Task Agenda_InPersonalChat_IsThePersonsOwnCard()
    {
        var secretary = (await _chat.SayAsync(_board.Secretary, new ChatCommand.ShowAgenda(null, null))).Text();
        var member = (await _chat.SayAsync(_board.Member, new ChatCommand.ShowAgenda(null, null))).Text();

        Assert.Contains("Udsend dagsorden", secretary, StringComparison.Ordinal);
        Assert.DoesNotContain("Udsend dagsorden", member, StringComparison.Ordinal);
        Assert.Contains("tirsdag d. 3. februar 2026 kl. 14.00–16.00", member, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agenda_OfAForumThePersonIsNotIn_IsRefused()
    {
        (await _chat.SayAsync(_board.Member, new ChatCommand.ShowAgenda("driftsforum", null))).Refused<ForumNotFound>();
    }

    [Fact]
    public async Task Agenda_WithoutAMeetingOnThatDate_SaysSo()
    {
        var reply = await _chat.SayAsync(_board.Member, new ChatCommand.ShowAgenda(null, _board.Today.PlusDays(2)));

        reply.Refused<NoMeetingOnDate>();
    }

    [Fact]
    public async Task AddItem_FillsTheFormAndSaves_TheSecretariatsItemOnTheAgenda()
    {
        var form = await _chat.SayAsync(_board.Secretary, new ChatCommand.AddItem("Budget 2027", "Karen Ravn", 20, null, null));
        Assert.Contains("Budget 2027", form.Text(), StringComparison.Ordinal);

        var told = await _chat.PressAsync(_board.Secretary, AgendaVerbs.Add, Form("Budget 2027"));

        Assert.Contains("»Budget 2027« er sat på som punkt 1", told.Text(), StringComparison.Ordinal);
        await using var db = _board.Open();
        var item = await db.AgendaItems.SingleAsync();
        Assert.Equal((AgendaItemStatus.Accepted, 1, "Karen Ravn", 20), (item.Status, item.Number, item.Content.Presenter, item.Content.Minutes));
        Assert.Equal(["Godkender budgettet", "Drøfter det"], item.Content.Recommendations);
    }

    [Fact]
    public async Task Decision_ByNumber_IsSavedAndTheNextItemIsChosen()
    {
        await _chat.PressAsync(_board.Secretary, AgendaVerbs.Add, Form("Første"));
        await _chat.PressAsync(_board.Secretary, AgendaVerbs.Add, Form("Andet"));

        var reply = await _chat.SayAsync(_board.Secretary, new ChatCommand.Decide(1, "Indstillingen blev godkendt."));

        Assert.Contains("1 punkt mangler en beslutning.", reply.Text(), StringComparison.Ordinal);
        await using var db = _board.Open();
        Assert.Equal("Indstillingen blev godkendt.", (await db.AgendaItems.SingleAsync(item => item.Number == 1)).Decision);
    }

    [Fact]
    public async Task Decision_ByAMember_IsRefused()
    {
        await _chat.PressAsync(_board.Secretary, AgendaVerbs.Add, Form("Første"));

        (await _chat.SayAsync(_board.Member, new ChatCommand.Decide(1, "Nej"))).Refused<NotAllowed>();
    }

    private object Form(string title) => new
    {
        forum = _board.Forum.Id.Value.ToString("N"),
        meeting = _meeting.Id.Value.ToString("N"),
        title,
        kind = "1",
        presenter = "Karen Ravn",
        minutes = "20",
        section0 = "Sagen er enkel.",
        recommendations = "Godkender budgettet\r\n\r\nDrøfter det",
        closed = "false",
    };
}
