using System.Net;
using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Moq;
using NodaTime;

namespace Klynge.Application.Tests.Outbox;

/// <summary>What stands in the outbox reaches the channel: in order, once while all is well, and never again and again.</summary>
public abstract class OutboxSenderTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : OutboxSenderTests(TestStore.Sqlite);

    public sealed class OnPostgres() : OutboxSenderTests(TestStore.Postgres);

    private const string Chat = "19:chat@thread.v2";

    private readonly ChannelDouble _channel = new();
    private readonly Mock<IMailer> _mailer = new(MockBehavior.Strict);
    private readonly List<Mail> _mails = [];
    private TestBoard _board = null!;
    private OutboxFixture _fixture = null!;

    private OutboxSender Sender => _fixture.Sender;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _mailer.Setup(mailer => mailer.IsOn).Returns(false);
        _board = await TestBoard.CreateAsync(store);
        _fixture = new OutboxFixture(_board, _channel, _mailer.Object);
        await _board.AddAsync(OutboxFixture.Chat(_board, Chat));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_fixture is not null)
            await _fixture.DisposeAsync();

        if (_board is not null)
            await _board.DisposeAsync();
    }

    [Theory]
    [InlineData("86400")]
    [InlineData("Sat, 28 Nov 2099 12:00:00 GMT")]
    public async Task Drain_WhenTheChannelAsksForADayOrMore_TriesAgainAfterTenMinutes(string retryAfter)
    {
        await PostAsync("Et");
        (_channel.Status, _channel.RetryAfter) = (HttpStatusCode.TooManyRequests, retryAfter);
        await Sender.DrainAsync(Ct);
        (_channel.Status, _channel.RetryAfter) = (HttpStatusCode.Created, null);

        _board.Clock.Advance(Duration.FromMinutes(9));
        Assert.Equal(0, await Sender.DrainAsync(Ct));
        _board.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(1, await Sender.DrainAsync(Ct));

        Assert.Equal(["Et", "Et"], _channel.Texts);
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
        await _board.AddAsync(OutboxFixture.Message(_board, "{ no message at all", person: null, "19:another@thread.v2"));
        await _board.AddAsync(OutboxFixture.Chat(_board, "19:another@thread.v2"));
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
        await _board.AddAsync(OutboxFixture.Message(_board, """{"Text":"Til medlemmet"}""", _board.Member.Id, conversation: null));
        _channel.Status = HttpStatusCode.Forbidden;
        await Sender.DrainAsync(Ct);

        await using var read = _board.Open();
        var messages = await read.Outbox.OrderBy(message => message.Id).ToListAsync(Ct);
        Assert.NotNull(messages[0].GivenUpAt);
        Assert.Contains(messages, message => message.PersonId == _board.Secretary.Id);
    }

    [Fact]
    public async Task Drain_OfAChatThatIsGone_TellsItsForumsSecretariatAndGoesOnWithTheLane()
    {
        const string Gone = "19:gone@thread.v2";
        var chat = OutboxFixture.Chat(_board, Gone);
        (chat.ForumId, chat.IsGone) = (_board.Forum.Id, true);
        await _board.AddAsync(chat, OutboxFixture.Post(_board, Gone, "Et"), OutboxFixture.Post(_board, Gone, "To"));

        await Sender.DrainAsync(Ct);

        await using var read = _board.Open();
        Assert.Equal(2, await read.Outbox.CountAsync(message => message.GivenUpAt != null && message.Failure == OutboxDelivery.NoConversation, Ct));
        var told = await read.Outbox.Where(message => message.PersonId == _board.Secretary.Id).ToListAsync(Ct);
        Assert.All(told, message => Assert.Contains("Chefforum", message.Payload, StringComparison.Ordinal));
        Assert.Equal(2, told.Count);
    }

    [Fact]
    public async Task Drain_OfWhatTheChannelRefusesForADay_GivesUpAndSaysWhy()
    {
        await _board.AddAsync(OutboxFixture.Message(_board, """{"Text":"Til medlemmet"}""", _board.Member.Id, conversation: null));
        await _board.AddAsync(OutboxFixture.Chat(_board, "a:mads", _board.Member.Id));
        _channel.Status = HttpStatusCode.InternalServerError;

        await Sender.DrainAsync(Ct);
        _board.Clock.Advance(Duration.FromHours(25));
        await Sender.DrainAsync(Ct);

        await using var read = _board.Open();
        Assert.NotNull((await read.Outbox.OrderBy(message => message.Id).FirstAsync(Ct)).GivenUpAt);
        var told = await read.Outbox.SingleAsync(message => message.PersonId == _board.Secretary.Id, Ct);
        Assert.Contains("Teams har ikke taget imod beskeden", told.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drain_ForAPersonOutOfReach_WritesAMailAndTellsTheSecretariatSo()
    {
        AnswerMails(MailOutcome.Sent);
        await NotifyMemberAsync(BallotPayload);
        await Sender.DrainAsync(Ct);
        await Sender.DrainAsync(Ct);

        var mail = Assert.Single(_mails);
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
        AnswerMails(MailOutcome.Refused);
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
        AnswerMails(MailOutcome.Later);
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
    private Task NotifyMemberAsync(string payload) => _board.AddAsync(OutboxFixture.Message(_board, payload, _board.Member.Id, conversation: null));

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
        new MessageSubject(_board.Forum.Id, "Chefforum", "Udpegning")));

    /// <summary>There is a mailbox, and this is what becomes of each mail. Without it a mail is a fault of the test (strict).</summary>
    private void AnswerMails(MailOutcome outcome)
    {
        _mailer.Setup(mailer => mailer.IsOn).Returns(true);
        _mailer.Setup(mailer => mailer.SendAsync(Capture.In(_mails), It.IsAny<CancellationToken>())).ReturnsAsync(outcome);
    }

    private Task PostAsync(params string[] texts) => _board.AddAsync([.. texts.Select(text => OutboxFixture.Post(_board, Chat, text))]);
}
