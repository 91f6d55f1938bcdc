using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Messaging;
using Klynge.Application.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas;

/// <summary>Decisions that are given in the forum's chat stand on one card that all read.</summary>
public sealed class SharedDecisionTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await AgendaFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Decision_InTheForumsChat_GoesIntoTheOneCardOfTheMeeting_AndNoForm()
    {
        await _fixture.AddAsync(Board.Secretary, "A");
        await _fixture.AddAsync(Board.Secretary, "B");
        await _fixture.AddAsync(Board.Secretary, "C", isClosed: true);
        var chat = await OpenForumChatAsync();

        foreach (var number in new[] { 1, 2, 3 })
        {
            var reply = await _fixture.Chat.SayAsync(Again(chat), new ChatCommand.Decide(number, $"Godkendt {number}."));
            Assert.Equal(DecisionCards.Key(_fixture.Meeting.Id), Assert.IsType<ChatReply.Shared>(reply).Key);
        }

        var shared = await DrawAsync(chat.ConversationId);
        Assert.Contains("Godkendt 1.", shared, StringComparison.Ordinal);
        Assert.Contains("Godkendt 2.", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("Godkendt 3.", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("Skriv beslutning", shared, StringComparison.Ordinal);
        Assert.Contains("Skriv beslutning", (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Decisions, _fixture.Data())).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Skriv beslutning", (await _fixture.Chat.PressAsync(Board.Member, AgendaVerbs.Decisions, _fixture.Data())).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_InTheForumsChat_ThatStandsAlready_IsNotReplacedUnseen()
    {
        var id = await _fixture.AddAsync(Board.Secretary, "A");
        var chat = await OpenForumChatAsync();
        await _fixture.Chat.SayAsync(chat, new ChatCommand.Decide(1, "Godkendt."));

        var reply = await _fixture.Chat.SayAsync(Again(chat), new ChatCommand.Decide(1, "Forkastet."));

        Assert.Contains("allerede en beslutning", Assert.IsType<ChatReply.Words>(reply).Markdown, StringComparison.Ordinal);
        Assert.Equal("Godkendt.", (await _fixture.ItemAsync(id)).Decision);
    }

    [Fact]
    public async Task Decision_TypedInTheForumsChat_IsTakenBackOnTheSharedCard_ByWhoeverMay()
    {
        var id = await _fixture.AddAsync(Board.Secretary, "A");
        var chat = _fixture.Chat.Turn(Board.Secretary, Board.Forum.Id, personal: false);
        await _fixture.Chat.SayAsync(chat, new ChatCommand.Decide(1, "Godkendt."));
        var own = await _fixture.Chat.PressAsync(Again(chat), AgendaVerbs.Decisions, _fixture.Data());

        var undone = await _fixture.Chat.PressAsync(Again(chat), own.Card(), "Fortryd");

        Assert.Null((await _fixture.ItemAsync(id)).Decision);
        Assert.Contains("Ingen beslutning endnu.", undone.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Input.", undone.Text(), StringComparison.Ordinal);
        await _fixture.Chat.PressAsync(Again(chat), undone.Card(), "Fortryd");
        Assert.Equal("Godkendt.", (await _fixture.ItemAsync(id)).Decision);
        var others = await _fixture.Chat.PressAsync(_fixture.Chat.Turn(Board.Member, Board.Forum.Id, personal: false), AgendaVerbs.Decisions, _fixture.Data());
        Assert.DoesNotContain("Fortryd", others.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecisionsCard_WhereItStands_FollowsEveryChangeOfAnItem()
    {
        var item = await _fixture.AddAsync(Board.Secretary, "A");
        var key = DecisionCards.Key(_fixture.Meeting.Id);
        await _fixture.ChangeAsync(db =>
        {
            db.SharedCards.Add(new SharedCard { Key = key.ToString(), ConversationId = "19:chat", ActivityId = "1", PostedAt = Board.Clock.GetCurrentInstant() });
            return Task.CompletedTask;
        });

        await _fixture.Chat.PressAsync(
            Board.Secretary, AgendaVerbs.Decide, new { forum = Board.Forum.Id.Value.ToString("N"), meeting = _fixture.Meeting.Id.Value.ToString("N"), item = item.Value.ToString("N"), choice = $"{item.Value:N}/1", text = "Noget" });

        await using var db = Board.Open();
        Assert.Single(await db.Outbox.Where(message => message.CardKey == key.ToString()).ToListAsync());
    }

    private async Task<ChatTurn> OpenForumChatAsync()
    {
        var turn = _fixture.Chat.Turn(Board.Secretary, Board.Forum.Id, personal: false);
        await Board.AddAsync(new Conversation
        {
            Id = turn.ConversationId,
            Kind = ConversationKind.Group,
            ServiceUrl = "http://localhost/",
            ChannelId = "msteams",
            BotId = "28:bot",
            ForumId = Board.Forum.Id,
            SeenAt = Board.Clock.GetCurrentInstant(),
        });
        return turn;
    }

    /// <summary>Another message in the same chat.</summary>
    private ChatTurn Again(ChatTurn turn) => turn with { Caller = _fixture.Chat.Turn(Board.Secretary).Caller };

    private async Task<string> DrawAsync(string conversation)
    {
        var sources = _fixture.Chat.GetAll<ISharedCardSource>();
        await using var db = Board.Open();
        var chat = await db.Conversations.SingleAsync(candidate => candidate.Id == conversation);
        var card = await sources.Single(source => source.Kind == DecisionCards.CardKind).DrawAsync(db, _fixture.Meeting.Id.Value, chat, Board.Clock.GetCurrentInstant(), default);
        return card!.Text();
    }
}
