using Klynge.Application.Data;
using Klynge.Application.Forums.Chats;
using Klynge.Application.Messaging;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Forums;

public sealed class LinkConversationTests : IAsyncLifetime
{
    private const string ChatId = "19:chat@thread.v2";

    private TestBoard _board = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        await _board.AddAsync(Chat(ChatId, ConversationKind.Group), Chat("a:1", ConversationKind.Personal));
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public async Task LinkConversation_ByTheSecretariat_LinksAndIsOnTheAuditLog()
    {
        var result = await LinkAsync(_board.Secretary, _board.Forum);

        Assert.Equal(_board.Forum.Id, result.Value.Forum.Id);
        await using var db = _board.Open();
        Assert.Equal(_board.Forum.Id, (await db.Conversations.SingleAsync(chat => chat.Id == ChatId)).ForumId);
        var entry = await db.Audit.SingleAsync(entry => entry.UseCase == nameof(LinkConversation));
        Assert.Equal(_board.Secretary.Id, entry.ActorId);
        Assert.Contains(_board.Forum.Id.Value.ToString(), entry.Changes, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task LinkConversation_ByAnybodyElse_IsRefused()
    {
        foreach (var person in new[] { _board.Member, _board.Chair, _board.Observer })
            Assert.IsType<NotAllowed>((await LinkAsync(person, _board.Forum)).Error);
        Assert.IsType<ForumNotFound>((await LinkAsync(_board.Stranger, _board.Forum)).Error);
    }

    [Fact]
    public async Task LinkConversation_ToAForumOfSomebodyElse_IsRefused() =>
        Assert.IsType<ForumNotFound>((await LinkAsync(_board.Secretary, _board.OtherForum)).Error);

    [Fact]
    public async Task LinkConversation_AChatOfAnotherForum_AsksFirstAndThenMoves()
    {
        await AddSecretaryAsync(_board.OtherForum);
        await LinkAsync(_board.Secretary, _board.OtherForum);

        var asked = await LinkAsync(_board.Secretary, _board.Forum);
        var moved = await LinkAsync(_board.Secretary, _board.Forum, move: true);

        Assert.Equal("Driftsforum", Assert.IsType<LinkedElsewhere>(asked.Error).Forum);
        Assert.Equal(_board.OtherForum.Id, moved.Value.From!.Id);
    }

    [Fact]
    public async Task LinkConversation_AChatOfAForumWhoseSecretariatOneIsNotIn_IsRefusedEvenWhenConfirmed()
    {
        await using (var db = _board.Open())
        {
            (await db.Conversations.SingleAsync(chat => chat.Id == ChatId)).ForumId = _board.OtherForum.Id;
            await db.SaveChangesAsync();
        }

        Assert.IsType<NotAllowed>((await LinkAsync(_board.Secretary, _board.Forum, move: true)).Error);
    }

    [Fact]
    public async Task LinkConversation_AChannelThatOthersRead_TellsWhoFirst_AndAgainWhenOthersHaveCome()
    {
        var register = new ConversationRegister(_board.Contexts, _board.Writer, new DirectoryVersion(_board.Contexts, _board.Clock), _board.Clock);
        var readers = new ChannelReaders(IsShared: true, People: 11, FromOtherTeams: 4, FromOtherTenants: 2);
        await register.RecordReadersAsync(ChatId, readers, default);

        var asked = await LinkAsync(_board.Secretary, _board.Forum);
        await register.RecordReadersAsync(ChatId, readers with { FromOtherTenants = 3 }, default);
        var askedAgain = await LinkAsync(_board.Secretary, _board.Forum, seen: readers.Token);
        var linked = await LinkAsync(_board.Secretary, _board.Forum, seen: (readers with { FromOtherTenants = 3 }).Token);

        Assert.Equal(readers, Assert.IsType<OthersReadAlong>(asked.Error).Readers);
        Assert.Equal(3, Assert.IsType<OthersReadAlong>(askedAgain.Error).Readers.FromOtherTenants);
        Assert.Null(linked.Error);
    }

    [Theory]
    [InlineData(4, 3, 1)]
    [InlineData(5, 2, 1)]
    [InlineData(4, 2, 0)]
    public async Task RecordReaders_OfALinkedChannel_TellsTheSecretariatWhenMoreOutsidersRead(int teams, int tenants, int told)
    {
        await LinkAsync(_board.Secretary, _board.Forum);
        var register = new ConversationRegister(_board.Contexts, _board.Writer, new DirectoryVersion(_board.Contexts, _board.Clock), _board.Clock);
        await register.RecordReadersAsync(ChatId, new ChannelReaders(IsShared: true, People: 11, FromOtherTeams: 4, FromOtherTenants: 2), default);
        var before = await ToldAsync();

        await register.RecordReadersAsync(ChatId, new ChannelReaders(IsShared: true, People: 12, teams, tenants), default);

        Assert.Equal((1, told), (before, await ToldAsync() - before));
    }

    [Fact]
    public async Task LinkConversation_Again_ChangesNothing()
    {
        await LinkAsync(_board.Secretary, _board.Forum);

        var again = await LinkAsync(_board.Secretary, _board.Forum);

        Assert.Null(again.Error);
        Assert.Null(again.Value.From);
    }

    [Fact]
    public async Task LinkConversation_APersonalChat_IsRefused() =>
        Assert.IsType<PersonalChatHasNoForum>((await LinkAsync(_board.Secretary, _board.Forum, chat: "a:1")).Error);

    [Fact]
    public async Task LinkConversation_AChatThatNobodyKnows_IsRefused() =>
        Assert.IsType<ChatNotFound>((await LinkAsync(_board.Secretary, _board.Forum, chat: "19:other")).Error);

    [Fact]
    public async Task ForumChatCard_AsksUntilTheChatIsLinked()
    {
        var before = await DrawAsync();
        await LinkAsync(_board.Secretary, _board.Forum);
        var after = await DrawAsync();

        Assert.Contains("Hvilket forum hører denne chat til?", before, StringComparison.Ordinal);
        Assert.Contains("Chatten hører til Chefforum", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForumChatCard_OfAnotherChat_IsNotDrawn()
    {
        await using var db = _board.Open();
        var chat = await db.Conversations.SingleAsync(chat => chat.Id == ChatId);

        Assert.Null(await new ForumChatCard().DrawAsync(db, ForumChatCard.KeyOf("19:other").Id, chat, default, default));
    }

    private async Task<int> ToldAsync()
    {
        await using var db = _board.Open();
        return await db.Outbox.CountAsync(message => message.PersonId == _board.Secretary.Id);
    }

    private Task<Result<ConversationLinked>> LinkAsync(Person person, Forum forum, bool move = false, string chat = ChatId, string? seen = null) =>
        new LinkConversation(_board.Writer, new ConversationRegister(_board.Contexts, _board.Writer, new DirectoryVersion(_board.Contexts, _board.Clock), _board.Clock))
            .HandleAsync(TestBoard.As(person), new LinkConversationRequest(chat, forum.Id, move, seen), CancellationToken.None);

    private async Task<string> DrawAsync()
    {
        await using var db = _board.Open();
        var chat = await db.Conversations.SingleAsync(chat => chat.Id == ChatId);
        return (await new ForumChatCard().DrawAsync(db, ForumChatCard.KeyOf(ChatId).Id, chat, default, default))!.Text();
    }

    private Task AddSecretaryAsync(Forum forum) => _board.AddAsync(new ForumMember
    {
        ForumId = forum.Id,
        PersonId = _board.Secretary.Id,
        Role = Role.Secretariat,
        HasVote = false,
        Organisation = "Region Fjordlandet",
        Sector = "region",
        From = _board.Today,
    });

    private Conversation Chat(string id, ConversationKind kind) => new()
    {
        Id = id,
        Kind = kind,
        ServiceUrl = "http://localhost/",
        ChannelId = "msteams",
        BotId = "28:bot",
        SeenAt = _board.Clock.GetCurrentInstant(),
    };
}
