using System.Collections.Concurrent;
using System.Net;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Teams.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using NodaTime;

namespace Klynge.Application.Tests.Outbox;

/// <summary>What stands in the outbox reaches the channel: in order, once while all is well, and never again and again.</summary>
public abstract class OutboxSenderTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : OutboxSenderTests(TestStore.Sqlite);

    public sealed class OnPostgres() : OutboxSenderTests(TestStore.Postgres);

    private const string Chat = "19:chat@thread.v2";

    private readonly Channel _channel = new();
    private readonly Mailer _mailer = new();
    private TestBoard _board = null!;
    private ServiceProvider _services = null!;

    private OutboxSender Sender => _services.GetRequiredService<OutboxSender>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        _services = Services();
        await _board.AddAsync(new Conversation
        {
            Id = Chat,
            Kind = ConversationKind.Group,
            ServiceUrl = "http://127.0.0.1:9/teams",
            ChannelId = "msteams",
            BotId = "28:bot",
            SeenAt = _board.Clock.GetCurrentInstant(),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Drain_SendsAConversationsMessagesInTheirOrder()
    {
        await PostAsync("Et", "To", "Tre");

        await Sender.DrainAsync(Ct);

        Assert.Equal(["Et", "To", "Tre"], _channel.Texts);
        Assert.Equal(0, await Sender.DrainAsync(Ct));
    }

    [Fact]
    public async Task Drain_WhileTheDatabaseIsLocked_SendsNothingTwice()
    {
        await PostAsync("Et");
        await using (await _board.Database.LockAsync())
        {
            await Assert.ThrowsAsync<StorageUnavailableException>(() => Sender.DrainAsync(Ct));
            await Assert.ThrowsAsync<StorageUnavailableException>(() => Sender.DrainAsync(Ct));
        }

        await Sender.DrainAsync(Ct);

        Assert.Equal(["Et"], _channel.Texts);
        Assert.Equal(0, await Sender.DrainAsync(Ct));
    }

    [Fact]
    public async Task Drain_OfAMessageThatCannotBeMade_LetsTheOthersThroughAndWaits()
    {
        await _board.AddAsync(Message("{ no message at all", person: null, "19:another@thread.v2"));
        await _board.AddAsync(new Conversation
        {
            Id = "19:another@thread.v2",
            Kind = ConversationKind.Group,
            ServiceUrl = "http://127.0.0.1:9/teams",
            ChannelId = "msteams",
            BotId = "28:bot",
            SeenAt = _board.Clock.GetCurrentInstant(),
        });
        await PostAsync("Et");

        await Sender.DrainAsync(Ct);

        Assert.Equal(["Et"], _channel.Texts);
        await using var read = _board.Open();
        var stuck = await read.Outbox.SingleAsync(message => message.SentAt == null, Ct);
        Assert.Equal((1, "JsonException"), (stuck.Attempts, stuck.Failure));
        Assert.True(stuck.DueAt > _board.Clock.GetCurrentInstant());
    }

    [Fact]
    public async Task Drain_WhenTheChannelRefusesForGood_GivesUpAndTellsTheSecretariat()
    {
        await _board.AddAsync(Message("""{"Text":"Til medlemmet"}""", _board.Member.Id, conversation: null));
        _channel.Status = HttpStatusCode.Forbidden;
        await Sender.DrainAsync(Ct);

        await using var read = _board.Open();
        var messages = await read.Outbox.OrderBy(message => message.Id).ToListAsync(Ct);
        Assert.NotNull(messages[0].GivenUpAt);
        Assert.Contains(messages, message => message.PersonId == _board.Secretary.Id);
    }

    [Fact]
    public async Task Drain_ForAPersonOutOfReach_WritesAMailAndTellsTheSecretariatSo()
    {
        _mailer.IsOn = true;
        await NotifyMemberAsync(BallotPayload);
        await Sender.DrainAsync(Ct);
        await Sender.DrainAsync(Ct);

        var mail = Assert.Single(_mailer.Sent);
        Assert.Equal(_board.Member.Email, mail.To);
        Assert.Equal("Skriftlig behandling i Chefforum: Udpegning", mail.Subject);
        Assert.Contains("Svar på denne mail, så registrerer sekretariatet dit svar", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Læs sagen: https://klynge.example/sag", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Godkender nu", mail.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", mail.Html, StringComparison.Ordinal);
        await using var read = _board.Open();
        Assert.Contains(
            await read.Outbox.Where(message => message.PersonId == _board.Secretary.Id).Select(message => message.Payload).ToListAsync(Ct),
            payload => payload!.Contains("sendt sagen med mail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Drain_WhenTheMailboxRefusesForGood_TellsTheSecretariatThatNothingReachesThePerson()
    {
        (_mailer.IsOn, _mailer.Outcome) = (true, MailOutcome.Refused);
        await NotifyMemberAsync(BallotPayload);
        await Sender.DrainAsync(Ct);
        await Sender.DrainAsync(Ct);

        await using var read = _board.Open();
        Assert.Contains(
            await read.Outbox.Where(message => message.PersonId == _board.Secretary.Id).Select(message => message.Payload).ToListAsync(Ct),
            payload => payload!.Contains("hverken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Drain_WhileTheMailboxIsAway_HoldsBackNothingInTeams()
    {
        (_mailer.IsOn, _mailer.Outcome) = (true, MailOutcome.Later);
        await NotifyMemberAsync(BallotPayload);
        await Sender.DrainAsync(Ct);
        await Sender.DrainAsync(Ct);

        await PostAsync("Et");
        await Sender.DrainAsync(Ct);

        Assert.Contains("Et", _channel.Texts);
        await using var read = _board.Open();
        var mail = await read.Outbox.SingleAsync(message => message.Kind == OutboxKind.Mail, Ct);
        Assert.Equal(("Later", null), (mail.Failure, mail.SentAt));
    }

    /// <summary>The member has never written to the bot and has no account that it knows.</summary>
    private Task NotifyMemberAsync(string payload) => _board.AddAsync(Message(payload, _board.Member.Id, conversation: null));

    private string BallotPayload => System.Text.Json.JsonSerializer.Serialize(new OutgoingMessage(
        "Svar senest fredag",
        """
        {"type":"AdaptiveCard","body":[
          {"type":"TextBlock","style":"heading","text":"Skriftlig behandling"},
          {"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"TextBlock","text":"**Frist**"}]},{"type":"Column","items":[{"type":"TextBlock","text":"25. apr."}]}]},
          {"type":"Container","isVisible":false,"items":[{"type":"TextBlock","text":"<script>alert(1)</script> 50 \\*"}]},
          {"type":"Input.Text","id":"remarks","label":"Bemærkninger"}],
         "actions":[{"type":"Action.Execute","title":"Godkender nu"},{"type":"Action.OpenUrl","title":"Læs sagen","url":"https://klynge.example/sag"}]}
        """,
        new MessageSubject(_board.Forum.Id.Value, "Chefforum", "Udpegning")));

    private Task PostAsync(params string[] texts) =>
        _board.AddAsync([.. texts.Select(text => Message($$"""{"Text":"{{text}}"}""", person: null, Chat))]);

    private OutboxMessage Message(string payload, Domain.Forums.PersonId? person, string? conversation) => new()
    {
        Kind = person is null ? OutboxKind.Post : OutboxKind.Notify,
        ConversationId = conversation,
        PersonId = person,
        Payload = payload,
        CreatedAt = _board.Clock.GetCurrentInstant(),
        DueAt = _board.Clock.GetCurrentInstant(),
    };

    private ServiceProvider Services()
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHostEnvironment>(new Development())
            .AddSingleton<IDbContextFactory<KlyngeContext>>(_board.Contexts)
            .AddSingleton(_board.Writer)
            .AddSingleton<IClock>(_board.Clock)
            .AddSingleton<SharedCards>()
            .AddSingleton<IMailer>(_mailer)
            .AddSingleton<OutboxDelivery>()
            .AddSingleton<OutboxLedger>()
            .AddSingleton<OutboxSender>();
        services.AddTeamsBot(new ConfigurationBuilder().AddInMemoryCollection([new("Klynge:AllowAnonymous", "true")]).Build(), "Klynge");
        services.ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(client => client.PrimaryHandler = _channel));
        return services.BuildServiceProvider();
    }

    private sealed class Mailer : IMailer
    {
        private readonly ConcurrentQueue<Mail> _sent = new();

        public bool IsOn { get; set; }

        public MailOutcome Outcome { get; set; } = MailOutcome.Sent;

        public IReadOnlyList<Mail> Sent => [.. _sent];

        public Task<MailOutcome> SendAsync(Mail mail, CancellationToken cancellationToken)
        {
            _sent.Enqueue(mail);
            return Task.FromResult(Outcome);
        }
    }

    /// <summary>The outermost edge: what goes over the wire.</summary>
    private sealed class Channel : HttpMessageHandler
    {
        private readonly ConcurrentQueue<string> _texts = new();

        public HttpStatusCode Status { get; set; } = HttpStatusCode.Created;

        public IReadOnlyList<string> Texts => [.. _texts];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = System.Text.Json.Nodes.JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            _texts.Enqueue((string?)body!["text"] ?? string.Empty);
            return new HttpResponseMessage(Status) { Content = new StringContent("""{"id":"1"}""") };
        }
    }

    private sealed class Development : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
