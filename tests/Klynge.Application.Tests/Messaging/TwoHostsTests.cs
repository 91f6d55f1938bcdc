using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Chats;
using Klynge.Application.Messaging;
using Klynge.Application.Messaging.Accounts;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Activities;
using Klynge.Teams.Connector;
using Klynge.Teams.Hosting;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Klynge.Application.Tests.Messaging;

/// <summary>Two hosts on one database: what one of them changes of people and chats, the other goes by at once.</summary>
public abstract class TwoHostsTests(TestStore store) : IAsyncLifetime
{
    private const string Chat = "19:chat@thread.v2";

    public sealed class OnSqlite() : TwoHostsTests(TestStore.Sqlite);

    public sealed class OnPostgres() : TwoHostsTests(TestStore.Postgres);

    private TestBoard _board = null!;
    private Host _one = null!;
    private Host _other = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        (_one, _other) = (new Host(_board), new Host(_board));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_board is not null)
        {
            await _one.DisposeAsync();
            await _other.DisposeAsync();
            await _board.DisposeAsync();
        }
    }

    [Fact]
    public async Task Chat_ThatOneHostMovesToAnotherForum_IsThatForumsToTheOther()
    {
        await SeatSecretaryAsync(_board.OtherForum);
        Assert.Null((await RememberAsync(_other)).Forum);
        Assert.True((await LinkAsync(_one, _board.Forum, move: false)).IsSuccess);
        Assert.Equal(_board.Forum.Id, (await RememberAsync(_other)).Forum);

        Assert.True((await LinkAsync(_one, _board.OtherForum, move: true)).IsSuccess);

        Assert.Equal(_board.OtherForum.Id, (await RememberAsync(_other)).Forum);
    }

    /// <summary>As by <c>board apply</c> in another process while the host runs.</summary>
    [Fact]
    public async Task Account_ThatTheBoardFileReplaces_IsNobodyAtOnce_AndItsChatGetsNothingMore()
    {
        var before = _board.Member.EntraObjectId!;
        Assert.Equal(_board.Member.Id, (await _other.FindAsync(before))?.Id);
        await _board.AddAsync(OwnChat(_board.Member));
        var board = (await new ExportBoard(_board.Contexts).HandleAsync(Ct)).Value;
        var after = Guid.NewGuid().ToString();

        var applied = await new ApplyBoard(_one.Writer, _board.Contexts, _board.Clock).HandleAsync(
            Caller.System,
            board with { People = [.. board.People.Select(person => person.Key == _board.Member.Key ? person with { EntraObjectId = after } : person)] },
            Ct);

        Assert.True(applied.IsSuccess);
        Assert.Null(await _other.FindAsync(before));
        Assert.Equal(_board.Member.Id, (await _other.FindAsync(after))?.Id);
        await using var db = _board.Open();
        Assert.Null((await db.Conversations.SingleAsync(chat => chat.Id == "a:mads", Ct)).PersonId);
    }

    [Fact]
    public async Task Name_ThatOneHostChanges_IsWhatTheOtherSaysAtOnce()
    {
        Assert.Equal("Mads Holt", (await _other.FindAsync(_board.Member.EntraObjectId!))?.Name);

        await ChangeAsync(db => db.People.SingleAsync(person => person.Id == _board.Member.Id, Ct), person => person.Name = "Mads Holt Bech");

        Assert.Equal("Mads Holt Bech", (await _other.FindAsync(_board.Member.EntraObjectId!))?.Name);
    }

    /// <summary>The other host has just drawn the ballot for a substitute whom the board now names no more; both hosts look for leavers at once.</summary>
    [Fact]
    public async Task Substitute_WhomOneHostTakesAway_VotesNoMoreOnTheOther_AndTheSecretariatIsToldOnce()
    {
        using var chat = new ChatFixture(_board);
        using var otherChat = new ChatFixture(_board);
        var (fixture, other) = (new ProcedureFixture(_board, chat), new ProcedureFixture(_board, otherChat));
        var id = await fixture.OpenAsync();
        await ChangeAsync(MemberAsync, seat => seat.SubstituteIds = [_board.Stranger.Id]);
        var named = new { forum = _board.Forum.Id.Value, procedure = id.Value };
        await chat.PressAsync(_board.Member, "procedure.seat.give", named);
        Assert.Contains("procedure.vote", (await otherChat.PressAsync(_board.Stranger, "procedure.ballot", named)).Text(), StringComparison.Ordinal);

        await ChangeAsync(MemberAsync, seat => seat.SubstituteIds = []);

        Assert.IsType<NoLongerSubstitute>((await other.VoteAsync(_board.Stranger, id)).Error);
        var told = await Task.WhenAll(chat.Get<TellOfLeavers>().HandleAsync(Ct), otherChat.Get<TellOfLeavers>().HandleAsync(Ct));
        Assert.Equal(1, told.Sum());

        Task<ForumMember> MemberAsync(KlyngeContext db) => db.Members.SingleAsync(seat => seat.ForumId == _board.Forum.Id && seat.PersonId == _board.Member.Id, Ct);
    }

    /// <summary>The connection by which a host hears of changes can die without a word.</summary>
    [Fact]
    public async Task WhatIsKept_IsNotBelievedForMoreThanThirtySeconds()
    {
        _other.Version.Heard();
        Assert.NotNull(await _other.FindAsync(_board.Member.EntraObjectId!));
        await using (var db = _board.Open())
        {
            (await db.People.SingleAsync(person => person.Id == _board.Member.Id, Ct)).EntraObjectId = Guid.NewGuid().ToString();
            await db.SaveChangesAsync(Ct);
        }

        _board.Clock.Advance(Duration.FromSeconds(31));

        Assert.Null(await _other.FindAsync(_board.Member.EntraObjectId!));
    }

    [Fact]
    public async Task Listener_HearsOfAChange_WithoutAskingEachTime()
    {
        if (store == TestStore.Sqlite)
            return; // One row is read each time there.

        using var listener = new DirectoryListener(_other.Version, _board.Contexts, TimeProvider.System, NullLogger<DirectoryListener>.Instance);
        await listener.StartAsync(Ct);
        Assert.NotNull(await _other.FindAsync(_board.Member.EntraObjectId!));
        await using (var db = _board.Open())
        {
            (await db.People.SingleAsync(person => person.Id == _board.Member.Id, Ct)).EntraObjectId = Guid.NewGuid().ToString();
            await db.SaveChangesAsync(Ct);
        }

        for (var tries = 0; tries < 2_000 && await _other.FindAsync(_board.Member.EntraObjectId!) is not null; tries++)
            await Task.Delay(25, Ct);

        Assert.Null(await _other.FindAsync(_board.Member.EntraObjectId!));
        await listener.StopAsync(Ct);
    }

    private async Task ChangeAsync<T>(Func<KlyngeContext, Task<T>> find, Action<T> change)
    {
        await using var db = _board.Open();
        change(await find(db));
        await db.SaveChangesAsync(Ct);
    }

    private async Task<Result<ConversationLinked>> LinkAsync(Host host, Forum forum, bool move) =>
        await new LinkConversation(host.Writer, host.Conversations)
            .HandleAsync(TestBoard.As(_board.Secretary), new LinkConversationRequest(Chat, forum.Id, move, null), Ct);

    private async Task<(ConversationKind Kind, ForumId? Forum)> RememberAsync(Host host) =>
        await host.Conversations.RememberAsync(host.Turn(_board.Secretary.EntraObjectId!, Chat), _board.Secretary.Id, Ct);

    private Conversation OwnChat(Person person) => new()
    {
        Id = $"a:{person.Key}",
        Kind = ConversationKind.Personal,
        PersonId = person.Id,
        ServiceUrl = "http://127.0.0.1:3978/teams",
        ChannelId = "msteams",
        BotId = "28:bot",
        SeenAt = _board.Clock.GetCurrentInstant(),
    };

    private Task SeatSecretaryAsync(Forum forum) => _board.AddAsync(new ForumMember
    {
        ForumId = forum.Id,
        PersonId = _board.Secretary.Id,
        Role = Role.Secretariat,
        HasVote = false,
        Organisation = "Region Fjordlandet",
        Sector = "region",
        From = new LocalDate(2025, 1, 1),
        Order = 9,
    });

    /// <summary>As much of a host as knows people and chats.</summary>
    internal sealed class Host : IAsyncDisposable
    {
        private readonly ServiceProvider _services;
        private readonly SenderDirectory _senders;
        private int _activity;

        internal Host(TestBoard board)
        {
            Writer = new Writer(board.Contexts, board.Clock);
            Version = new DirectoryVersion(board.Contexts, board.Clock);
            Conversations = new ConversationRegister(board.Contexts, Writer, Version, board.Clock);
            _senders = new SenderDirectory(board.Contexts, Writer, new AccountClaims(Writer), Version, board.Clock, TimeProvider.System, NullLogger<SenderDirectory>.Instance);
            var services = new ServiceCollection().AddLogging().AddSingleton<IHostEnvironment>(new Development());
            services.AddTeamsBot(new ConfigurationBuilder().AddInMemoryCollection([new("Klynge:AllowAnonymous", "true")]).Build(), "Klynge");
            services.ConfigureAll<Microsoft.Extensions.Http.HttpClientFactoryOptions>(options =>
                options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = Roster));
            _services = services.BuildServiceProvider();
        }

        internal Writer Writer { get; }

        internal DirectoryVersion Version { get; }

        internal ConversationRegister Conversations { get; }

        internal RosterDouble Roster { get; } = new();

        internal Task<KnownPerson?> FindAsync(string objectId) => _senders.FindAsync(Turn(objectId, $"a:{objectId}"), Ct);

        internal Task LearnAsync(params ChannelAccount[] accounts) => _senders.LearnAsync(accounts, tenant: null, Ct);

        internal TurnContext Turn(string objectId, string chat) => new(
            new Activity
            {
                Type = ActivityTypes.Message,
                Id = $"{++_activity}",
                ServiceUrl = "http://127.0.0.1:3978/teams/",
                ChannelId = "msteams",
                From = new ChannelAccount { Id = $"29:{objectId}", AadObjectId = objectId },
                Recipient = new ChannelAccount { Id = "28:bot" },
                Conversation = new ConversationAccount { Id = chat, ConversationType = chat == Chat ? "groupChat" : "personal" },
            },
            _services.GetRequiredService<ConnectorClient>(),
            _services);

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            await Writer.DisposeAsync();
        }
    }

    /// <summary>The channel: knows the e-mail of whoever a test names, and nobody else.</summary>
    internal sealed class RosterDouble : HttpMessageHandler
    {
        /// <summary>Says nothing until it is asked no longer.</summary>
        internal bool IsSilent { get; set; }

        internal Dictionary<string, string> Emails { get; } = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsSilent)
                await Task.Delay(Timeout.Infinite, cancellationToken);

            var id = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath.Split('/')[^1]);
            return Emails.TryGetValue(id, out var email)
                ? new HttpResponseMessage(System.Net.HttpStatusCode.OK)
                {
                    Content = new StringContent($$"""{"id":"{{id}}","email":"{{email}}"}""", System.Text.Encoding.UTF8, "application/json"),
                }
                : new HttpResponseMessage(System.Net.HttpStatusCode.NotFound);
        }
    }

    private sealed class Development : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "test";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
