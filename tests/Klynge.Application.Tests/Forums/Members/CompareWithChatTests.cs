using Klynge.Application.Forums.Members.Rosters;
using Klynge.Application.Messaging;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Klynge.Application.Tests.Forums.Members;

/// <summary>The forum's chat beside its seats: recognised by the account, never by the name; nothing is changed.</summary>
public sealed class CompareWithChatTests : IAsyncLifetime
{
    private readonly Mock<IChatRoster> _roster = new();
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;

    private object Data => new { forum = _board.Forum.Id.Value.ToString("N") };

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board, services: services => services.AddSingleton(_roster.Object));
    }

    public ValueTask DisposeAsync()
    {
        _chat.Dispose();
        return _board.DisposeAsync();
    }

    [Fact]
    public async Task Others_AndThoseWhoAreMissing_AreNamed_WithTheWayToASeat()
    {
        await LinkAsync();
        Tells(
            Account(_board.Chair), Account(_board.Member) with { ObjectId = null }, Account(_board.OtherMember) with { TeamsUserId = null }, Account(_board.Secretary),
            new ChatMember("Omar Said", "omar.said@anden.example", "11111111-0000-4000-8000-000000000001", "29:en-anden"));

        var card = (await _chat.PressAsync(_board.Secretary, "members.chat", Data)).Text();

        Assert.Contains("I chatten, men ikke i forummet", card, StringComparison.Ordinal);
        Assert.Contains("omar.said@anden.example", card, StringComparison.Ordinal);
        var missing = card[card.IndexOf("I forummet, men ikke i chatten", StringComparison.Ordinal)..];
        Assert.Contains("Omar Said", missing, StringComparison.Ordinal);
        Assert.Contains("Bo Ørum", missing, StringComparison.Ordinal);
        Assert.DoesNotContain("Karen Ravn", missing, StringComparison.Ordinal);
        Assert.DoesNotContain("Mads Holt", missing, StringComparison.Ordinal);

        var form = (await _chat.PressAsync(_board.Secretary, "members.add.form", new { forum = _board.Forum.Id.Value.ToString("N"), name = "Omar Said", email = "omar.said@anden.example" })).Text();
        Assert.Contains("\"value\":\"omar.said@anden.example\"", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereAllAreThere_ItSaysSo()
    {
        await LinkAsync();
        Tells([.. new[] { _board.Chair, _board.Member, _board.OtherMember, _board.Doctor, _board.Observer, _board.Secretary }.Select(Account)]);

        Assert.Contains("Alle i forummet er i chatten, og ingen andre.", (await _chat.PressAsync(_board.Secretary, "members.chat", Data)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAChat_OrAnAnswerOfTeams_ItSaysWhatToDo()
    {
        Assert.Contains("Forummet har ingen chat endnu.", (await _chat.PressAsync(_board.Secretary, "members.chat", Data)).ToString()!, StringComparison.Ordinal);
        await LinkAsync();
        _roster.Setup(roster => roster.ReadAsync(It.IsAny<Conversation>(), It.IsAny<CancellationToken>())).ReturnsAsync((IReadOnlyList<ChatMember>?)null);
        Assert.Contains("Teams siger ikke lige nu", (await _chat.PressAsync(_board.Secretary, "members.chat", Data)).ToString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roster_IsTheSecretariats()
    {
        await LinkAsync();
        (await _chat.PressAsync(_board.Chair, "members.chat", Data)).Refused<NotAllowed>();
        Assert.IsType<NotAllowed>((await _chat.Get<CompareWithChat>().HandleAsync(TestBoard.As(_board.Member), _board.Forum.Id, default)).Error);
        _roster.Verify(roster => roster.ReadAsync(It.IsAny<Conversation>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    private void Tells(params ChatMember[] members) =>
        _roster.Setup(roster => roster.ReadAsync(It.Is<Conversation>(chat => chat.Id == "19:forum"), It.IsAny<CancellationToken>())).ReturnsAsync(members);

    private static ChatMember Account(Person person) => new(person.Name, person.Email, person.EntraObjectId, person.TeamsUserId);

    private Task LinkAsync() => _board.AddAsync(new Conversation
    {
        Id = "19:forum",
        Kind = ConversationKind.Group,
        ServiceUrl = "https://smba.example/",
        ChannelId = "msteams",
        BotId = "28:bot",
        ForumId = _board.Forum.Id,
        SeenAt = _board.Clock.GetCurrentInstant(),
    });
}
