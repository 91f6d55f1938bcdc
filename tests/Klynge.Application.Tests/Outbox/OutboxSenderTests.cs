using System.Net;
using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Outbox;

/// <summary>What stands in the outbox reaches the channel: in order, once while all is well, and never again and again.</summary>
public abstract class OutboxSenderTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : OutboxSenderTests(TestStore.Sqlite);

    public sealed class OnPostgres() : OutboxSenderTests(TestStore.Postgres);

    private const string Chat = "19:chat@thread.v2";

    private readonly ChannelDouble _channel = new();
    private readonly MailerDouble _mailer = new();
    private TestBoard _board = null!;
    private OutboxBench _bench = null!;

    private OutboxSender Sender => _bench.Sender;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        _bench = new OutboxBench(_board, _channel, _mailer);
        await _board.AddAsync(OutboxBench.Chat(_board, Chat));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_bench is not null)
            await _bench.DisposeAsync();

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
        await _board.AddAsync(OutboxBench.Message(_board, "{ no message at all", person: null, "19:another@thread.v2"));
        await _board.AddAsync(OutboxBench.Chat(_board, "19:another@thread.v2"));
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
        await _board.AddAsync(OutboxBench.Message(_board, """{"Text":"Til medlemmet"}""", _board.Member.Id, conversation: null));
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
        var chat = OutboxBench.Chat(_board, Gone);
        (chat.ForumId, chat.IsGone) = (_board.Forum.Id, true);
        await _board.AddAsync(chat, OutboxBench.Post(_board, Gone, "Et"), OutboxBench.Post(_board, Gone, "To"));

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
        await _board.AddAsync(OutboxBench.Message(_board, """{"Text":"Til medlemmet"}""", _board.Member.Id, conversation: null));
        await _board.AddAsync(OutboxBench.Chat(_board, "a:mads", _board.Member.Id));
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
    private Task NotifyMemberAsync(string payload) => _board.AddAsync(OutboxBench.Message(_board, payload, _board.Member.Id, conversation: null));

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

    private Task PostAsync(params string[] texts) => _board.AddAsync([.. texts.Select(text => OutboxBench.Post(_board, Chat, text))]);
}
