using Klynge.Application.Chat.Commands;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>A case from the command to its result, by the buttons that people press.</summary>
public sealed class ProcedureStoryTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private ProcedureFixture _fixture = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _fixture = new ProcedureFixture(_board, _chat);
    }

    public ValueTask DisposeAsync()
    {
        _chat.Dispose();
        return _board.DisposeAsync();
    }

    [Fact]
    public async Task Command_ByAMember_IsRefused()
    {
        (await _chat.SayAsync(_board.Member, new ChatCommand.OpenWrittenProcedure("Sag", null))).Refused<NotAllowed>();
    }

    [Fact]
    public async Task Command_BringsAFormWithTheTitleAndTheForumsDeadline()
    {
        var form = (await _chat.SayAsync(_board.Secretary, new ChatCommand.OpenWrittenProcedure("Udpegning", null))).Text();

        Assert.Contains("Udpegning", form, StringComparison.Ordinal);
        Assert.Contains("2026-01-27", form, StringComparison.Ordinal);
        Assert.Contains("12:00", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithMistakes_KeepsWhatWasTypedAndSaysEachAtItsField()
    {
        var card = (await _chat.PressAsync(_board.Secretary, "procedure.draft", Typed(title: "", date: "2026-01-14", link: "Program http://x.example"))).Text();

        Assert.Contains("Titlen mangler", card, StringComparison.Ordinal);
        Assert.Contains("tidligst være fredag d. 16. januar 2026", card, StringComparison.Ordinal);
        Assert.Contains("https://", card, StringComparison.Ordinal);
        Assert.Contains("Programmet begynder til september.", card, StringComparison.Ordinal);
        await using var db = _board.Open();
        Assert.Empty(await db.WrittenProcedures.ToListAsync());
    }

    [Fact]
    public async Task Form_FromAnItem_IsFilledInWithTheItem()
    {
        var meeting = await _board.AddMeetingAsync();
        var item = AgendaItem.Add(meeting, 1, new AgendaItemContent
        {
            Title = "Handleplan",
            Sections = [new AgendaSection("Sagsfremstilling", "Planen er klar.")],
            Recommendations = ["Godkender planen"],
        }, _board.Clock.GetCurrentInstant());
        await _board.AddAsync(item);

        var card = (await _chat.PressAsync(_board.Chair, "procedure.form", new { forum = _board.Forum.Id.Value, item = item.Id.Value })).Text();

        Assert.Contains("Planen er klar.", card, StringComparison.Ordinal);
        Assert.Contains("Godkender planen", card, StringComparison.Ordinal);
        (await _chat.PressAsync(_board.Chair, "procedure.form", new { forum = _board.Forum.Id.Value, item = Guid.NewGuid() })).Refused<ItemNotFound>();
    }

    [Fact]
    public async Task Story_FromTheFormToTheResult()
    {
        await _board.AddAsync(Chat("19:chefforum"));
        var preview = (await _chat.PressAsync(_board.Secretary, "procedure.draft", Typed())).Text();
        Assert.Contains("Send ud til 4 medlemmer", preview, StringComparison.Ordinal);
        var id = await OnlyAsync();

        var opened = (await _chat.PressAsync(_board.Secretary, "procedure.open", Named(id))).Text();
        Assert.Contains("sendt ud til 4 medlemmer", opened, StringComparison.Ordinal);
        await AssertBallotsAsync();

        var receipt = (await _chat.PressAsync(_board.Member, "procedure.vote", Vote(id, "approve"))).Text();
        Assert.Contains("Du godkendte kl. 09.00 · du kan ændre dit svar indtil 23. jan. kl. 12, medmindre sagen lukker før", receipt, StringComparison.Ordinal);
        var again = (await _chat.PressAsync(_board.Member, "procedure.ballot", Named(id))).Text();
        Assert.Contains("Ændr svar", again, StringComparison.Ordinal);
        var refused = (await _chat.PressAsync(_board.Doctor, "procedure.vote", Vote(id, "reject"))).Text();
        Assert.Contains("Skriv en begrundelse", refused, StringComparison.Ordinal);

        var asked = (await _chat.PressAsync(_board.Secretary, "procedure.close.ask", Named(id))).Text();
        Assert.Contains("Kun 1 af 4 har svaret", asked, StringComparison.Ordinal);
        var result = (await _chat.PressAsync(_board.Secretary, "procedure.close", Named(id))).Text();
        Assert.Contains("Ikke beslutningsdygtig", result, StringComparison.Ordinal);
        (await _chat.PressAsync(_board.Doctor, "procedure.vote", Vote(id, "approve"))).Refused<VotingIsClosed>();
    }

    [Fact]
    public async Task SharedCard_IsDrawnForTheForumsOwnChatAndForNoOther()
    {
        var id = await _fixture.OpenAsync();
        var source = new ProcedureCardSource();
        await using var db = _board.Open();
        var now = _board.Clock.GetCurrentInstant();

        var card = await source.DrawAsync(db, id.Value, Chat("19:chefforum"), now, default);
        Assert.Contains("0 af 4 har svaret", card!.Text(), StringComparison.Ordinal);
        Assert.Contains("29:mads", card!.Text(), StringComparison.Ordinal);
        var elsewhere = Chat("19:drift");
        elsewhere.ForumId = _board.OtherForum.Id;
        Assert.Null(await source.DrawAsync(db, id.Value, elsewhere, now, default));
        Assert.Null(await source.DrawAsync(db, (await _fixture.DraftAsync()).Value, Chat("19:chefforum"), now, default));
    }

    [Fact]
    public async Task View_ShowsTheSecretariatWhoIsMissingAndAMemberOnlyTheirOwn()
    {
        var id = await _fixture.OpenAsync();
        await _fixture.VoteAsync(_board.Member, id);

        var secretariat = (await _chat.PressAsync(_board.Secretary, "procedure.view", Named(id))).Text();
        var member = (await _chat.PressAsync(_board.Member, "procedure.view", Named(id))).Text();

        Assert.Contains("Mangler svar: Karen Ravn, Lene Aagaard og Omar Said", secretariat, StringComparison.Ordinal);
        Assert.Contains("Luk afstemningen", secretariat, StringComparison.Ordinal);
        Assert.Contains("Du godkendte kl. 09.00", member, StringComparison.Ordinal);
        Assert.DoesNotContain("Mangler svar", member, StringComparison.Ordinal);
        (await _chat.PressAsync(_board.Stranger, "procedure.view", Named(id))).Refused<ProcedureNotFound>();
    }

    [Theory]
    [InlineData("procedure.draft")]
    [InlineData("procedure.open")]
    [InlineData("procedure.close.ask")]
    [InlineData("procedure.close")]
    [InlineData("procedure.withdraw")]
    public async Task Buttons_OfTheSecretariat_AreNotForMembers(string verb)
    {
        var id = await _fixture.OpenAsync();

        (await _chat.PressAsync(_board.Member, verb, Named(id))).Refused<NotAllowed>();
    }

    [Fact]
    public async Task Answers_ThatAWholeChatWouldRead_AreGivenInThePersonalChatInstead()
    {
        var id = await _fixture.OpenAsync();
        var inChat = _chat.Turn(_board.Member, _board.Forum.Id, personal: false);

        foreach (var (verb, data) in new[] { ("procedure.ballot", Named(id)), ("procedure.vote", Vote(id, "approve")) })
        {
            var words = Assert.IsType<Klynge.Application.Chat.ChatReply.Words>(await _chat.PressAsync(inChat, verb, data, isFallback: true));
            Assert.Contains("personlige chat", words.Markdown, StringComparison.Ordinal);
        }

        Assert.IsType<Klynge.Application.Chat.ChatReply.Words>(await _chat.SayAsync(inChat, new ChatCommand.ShowMyCases()));
        Assert.Equal(0, (await _fixture.ReadAsync(id)).Answered);
        Assert.Contains("Ændr svar", (await _chat.PressAsync(inChat, "procedure.vote", Vote(id, "approve"))).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_AsksForAReasonAndTellsEverybody()
    {
        var id = await _fixture.OpenAsync();

        var asked = (await _chat.PressAsync(_board.Chair, "procedure.withdraw", Named(id))).Text();
        Assert.Contains("Skriv, hvorfor sagen trækkes tilbage", asked, StringComparison.Ordinal);
        var data = new { forum = _board.Forum.Id.Value, procedure = id.Value, reason = "Regionen trækker forslaget." };
        Assert.Contains("Trukket tilbage", (await _chat.PressAsync(_board.Chair, "procedure.withdraw", data)).Text(), StringComparison.Ordinal);

        await using var db = _board.Open();
        var told = await db.Outbox.Where(row => row.PersonId == _board.Doctor.Id).OrderBy(row => row.Id).LastAsync();
        Assert.Contains("kker forslaget.", told.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discard_TakesADraftAwayAndNothingElse()
    {
        var draft = await _fixture.DraftAsync();
        await _chat.PressAsync(_board.Secretary, "procedure.discard", Named(draft));
        Assert.Equal(Outcome.Withdrawn, (await _fixture.ReadAsync(draft)).Outcome);

        (await _chat.PressAsync(_board.Secretary, "procedure.discard", Named(await _fixture.OpenAsync()))).Refused<AlreadyOpened>();
    }

    private async Task AssertBallotsAsync()
    {
        await using var db = _board.Open();
        var ballots = await db.Outbox.Where(row => row.Kind == OutboxKind.Notify).ToListAsync();
        Assert.Equal(4, ballots.Count);
        Assert.All(ballots, ballot => Assert.Contains("Godkender ikke", ballot.Payload, StringComparison.Ordinal));
        Assert.Equal("19:chefforum", Assert.Single(await db.Outbox.Where(row => row.Kind == OutboxKind.Refresh).ToListAsync()).ConversationId);
    }

    private async Task<WrittenProcedureId> OnlyAsync()
    {
        await using var db = _board.Open();
        return await db.WrittenProcedures.Select(procedure => procedure.Id).SingleAsync();
    }

    private object Named(WrittenProcedureId id) => new { forum = _board.Forum.Id.Value, procedure = id.Value };

    private object Vote(WrittenProcedureId id, string answer) =>
        new { forum = _board.Forum.Id.Value, procedure = id.Value, version = 1, answer };

    private object Typed(string title = "Udpegning", string date = "2026-01-23", string link = "Program https://x.example/p.pdf") => new
    {
        forum = _board.Forum.Id.Value,
        title,
        summary = "",
        presentation = "Programmet begynder til september.",
        recommendations = "Godkender deltagerne",
        attachments = link,
        date,
        time = "12:00",
    };

    private Conversation Chat(string id) => new()
    {
        Id = id,
        Kind = ConversationKind.Group,
        ServiceUrl = "https://smba.example/",
        ChannelId = "msteams",
        BotId = "28:bot",
        ForumId = _board.Forum.Id,
        SeenAt = _board.Clock.GetCurrentInstant(),
    };
}
