using Klynge.Application.Ports;
using Klynge.Microsoft365.Mails;
using Klynge.Microsoft365.Simulated.Http;
using Klynge.Microsoft365.Simulated.People;
using Klynge.Microsoft365.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Klynge.Microsoft365.Tests.Mails;

/// <summary>Mail from the mailbox that is set up, and from no other.</summary>
public sealed class GraphMailerTests : IAsyncLifetime
{
    private const string Mailbox = "sekretariat@eksempel.dk";

    private static readonly Mail Ballot = new("bo@eksempel.dk", "Skriftlig behandling", "Tekst", "<p>Tekst</p>");

    private GraphFixture _fixture = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fixture = await GraphFixture.StartAsync();
        _fixture.StandIn.People.Add(new FakePerson("11111111-0000-0000-0000-000000000001", "Sekretariatet", Mailbox));
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Send_GoesToOnePersonAndAnswersToTheSecretariat()
    {
        var outcome = await Mailer(("Klynge:Mail:Mailbox", Mailbox), ("Klynge:Mail:ReplyTo", "svar@eksempel.dk")).SendAsync(Ballot, Ct);

        Assert.Equal(MailOutcome.Sent, outcome);
        var sent = Assert.Single(_fixture.StandIn.Mails.Sent);
        Assert.Equal((Mailbox, "bo@eksempel.dk", "Skriftlig behandling", "<p>Tekst</p>", "svar@eksempel.dk"), (sent.From, sent.To, sent.Subject, sent.Html, sent.ReplyTo));
    }

    [Fact]
    public async Task Send_FromAMailboxThatThePolicyDoesNotCover_IsRefused()
    {
        _fixture.StandIn.Mails.Deny("11111111-0000-0000-0000-000000000001");

        Assert.Equal(MailOutcome.Refused, await Mailer(("Klynge:Mail:Mailbox", Mailbox)).SendAsync(Ballot, Ct));
        Assert.Equal(MailOutcome.Refused, await Mailer(("Klynge:Mail:Mailbox", "ingen@eksempel.dk")).SendAsync(Ballot, Ct));
    }

    [Fact]
    public async Task Send_WhileGraphIsAway_IsForLater()
    {
        _fixture.StandIn.Faults.Add(new Fault("POST", "sendMail", 503, "serviceNotAvailable", RetryAfter: 0), times: 9);

        Assert.Equal(MailOutcome.Later, await Mailer(("Klynge:Mail:Mailbox", Mailbox)).SendAsync(Ballot, Ct));
    }

    [Theory]
    [InlineData("Klynge:Mail:ReplyTo", "svar@eksempel.dk", false)]
    [InlineData("Klynge:Mail:Mailbox", Mailbox, true)]
    [InlineData("Klynge:Mail:Mailbox", " ", false)]
    public void Mail_IsOn_WhenThereIsAMailbox(string key, string value, bool expected) => Assert.Equal(expected, Mailer((key, value)).IsOn);

    [Fact]
    public void Mail_CanBeSwitchedOff() => Assert.False(Mailer(("Klynge:Mail:Mailbox", Mailbox), ("Klynge:Mail:Enabled", "false")).IsOn);

    private GraphMailer Mailer(params (string Key, string? Value)[] settings) => new(
        _fixture.Client,
        MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => pair.Value)).Build()));
}
