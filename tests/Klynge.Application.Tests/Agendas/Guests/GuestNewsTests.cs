using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Guests;

/// <summary>What an invited guest hears, by whom, and when; and what is forgotten.</summary>
public abstract class GuestNewsTests(TestStore store) : IAsyncLifetime
{
    private GuestFixture _fixture = null!;

    public sealed class OnSqlite() : GuestNewsTests(TestStore.Sqlite);

    public sealed class OnPostgres() : GuestNewsTests(TestStore.Postgres);

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await GuestFixture.CreateAsync(store);
        await _fixture.AddAsync();
        await _fixture.InviteAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _fixture.DisposeAsync();
    }

    [Fact]
    public async Task SmallMoveOfTheItem_IsNoNews_UntilTheyAddUp()
    {
        await _fixture.EditAsync(_fixture.First, content => content with { Minutes = 30 });
        Assert.DoesNotContain("skal have besked", await _fixture.AgendaAsync(), StringComparison.Ordinal);

        await _fixture.EditAsync(_fixture.First, content => content with { Minutes = 31 });

        Assert.Contains("1 gæst skal have besked", await _fixture.AgendaAsync(), StringComparison.Ordinal);
        await _fixture.TellAsync();
        Assert.Contains("Dit punkt begynder kl. 14.31.", (await _fixture.MailsAsync())[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancelledMeeting_IsToldByItself_AfterTimeToUndo_Once()
    {
        var card = await CancelAsync();
        Assert.Contains("1 inviteret gæst får mail om aflysningen om en halv time", card, StringComparison.Ordinal);
        await _fixture.SweepAsync();
        Board.Clock.Advance(Duration.FromMinutes(29));
        Assert.Equal(0, await _fixture.SweepAsync());
        Board.Clock.Advance(Duration.FromMinutes(1));

        Assert.Equal(1, await _fixture.SweepAsync());
        Assert.Equal(0, await _fixture.SweepAsync());

        var mails = await _fixture.MailsAsync();
        Assert.Equal(2, mails.Count);
        Assert.Equal("Aflyst: møde i Chefforum tirsdag d. 3. februar 2026", mails[1].Subject);
        Assert.Contains("hvor du var inviteret som gæst til punktet »Akutplan«, er aflyst. Du skal derfor ikke komme.", mails[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancelledMeeting_OfToday_IsToldAtOnce_ByTheJob()
    {
        Board.Clock.Set(Domain.Calendar.DanishTime.ToInstant(new LocalDate(2026, 2, 3), new LocalTime(13, 50)));
        await CancelAsync();

        Assert.Equal(1, await _fixture.SweepAsync());
    }

    /// <summary>Told at once by a press, from the card of the cancelled meeting; the job has nothing left to say.</summary>
    [Fact]
    public async Task CancelledMeeting_IsToldByAPress_FromItsAgenda()
    {
        await CancelAsync();
        Assert.Contains("1 gæst skal have besked", await _fixture.AgendaAsync(), StringComparison.Ordinal);

        await _fixture.TellAsync();
        await SweepLaterAsync();

        Assert.Equal(2, (await _fixture.MailsAsync()).Count);
        Assert.DoesNotContain("skal have besked", await _fixture.AgendaAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancelledMeeting_ThatIsReinstatedInTime_IsNeverHeardOf_AndLaterIsToldOf()
    {
        await CancelAsync();
        await _fixture.SweepAsync();
        await ReinstateAsync();
        await SweepLaterAsync();
        Assert.Single(await _fixture.MailsAsync());

        await CancelAsync();
        await _fixture.SweepAsync();
        await SweepLaterAsync();
        Assert.Equal(2, (await _fixture.MailsAsync()).Count);
        await ReinstateAsync();
        Assert.Contains("1 gæst skal have besked", await _fixture.AgendaAsync(), StringComparison.Ordinal);
        await _fixture.TellAsync();
        Assert.StartsWith("Du skal med alligevel: ", (await _fixture.MailsAsync())[2].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItemTakenOff_AndGuestTakenOff_AreToldByThemselves()
    {
        var other = await _fixture.AddItemAsync("Økonomi", 10);
        await _fixture.AddAsync("Bo Friis", "bo@nord.example", item: other);
        await _fixture.InviteAsync(other);
        var bo = await _fixture.GuestAsync("Bo Friis");

        var removed = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Remove, _fixture.Data())).Text();
        await _fixture.Chat.PressAsync(Board.Secretary, GuestVerbs.Remove, _fixture.Data(other, bo.Id));
        Assert.Contains("Giv gæsterne besked", removed, StringComparison.Ordinal);
        Assert.DoesNotContain("Bo Friis", await _fixture.AgendaAsync(Board.Member), StringComparison.Ordinal);
        Assert.Contains("2 gæster skal have besked", await _fixture.AgendaAsync(), StringComparison.Ordinal);
        await _fixture.SweepAsync();
        await SweepLaterAsync();

        var mails = (await _fixture.MailsAsync()).Skip(2).Select(mail => mail.Text).ToList();
        Assert.Contains(mails, text => text.Contains("»Akutplan«", StringComparison.Ordinal) && text.Contains("Punktet er taget af dagsordenen", StringComparison.Ordinal));
        Assert.Contains(mails, text => text.Contains("»Økonomi«", StringComparison.Ordinal) && text.Contains("Det bliver ikke nødvendigt, at du kommer.", StringComparison.Ordinal));
    }

    /// <summary>Whoever was never invited has nothing to hear: the row goes at once.</summary>
    [Fact]
    public async Task GuestWhoWasNotInvited_IsTakenOff_WithoutAWord()
    {
        await _fixture.AddAsync("Bo Friis", "bo@nord.example");
        await _fixture.Chat.PressAsync(Board.Secretary, GuestVerbs.Remove, _fixture.Data(guest: (await _fixture.GuestAsync("Bo Friis")).Id));

        await using var db = Board.Open();
        Assert.False(await db.ItemGuests.AnyAsync(guest => guest.Name == "Bo Friis"));
        await SweepLaterAsync();
        Assert.Single(await _fixture.MailsAsync());
    }

    [Fact]
    public async Task WhomNoMailReaches_IsLeftToTheSecretariat_Once()
    {
        _fixture.Mailer.IsOn = false;
        await CancelAsync();
        await _fixture.SweepAsync();
        await SweepLaterAsync();
        await SweepLaterAsync();

        var card = Assert.Single(await _fixture.CardsToSecretaryAsync(), text => text.Contains("Gæster, der skal høre det af dig", StringComparison.Ordinal));
        Assert.Contains("Anna Holm, overlæge, Region Nord. Punkt 2: »Akutplan«: mødet er aflyst.", card, StringComparison.Ordinal);
        Assert.Single(await _fixture.MailsAsync());
        Assert.Contains("1 gæst skal have besked", await _fixture.AgendaAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_GoesToTheGuestsAddress_AndAFailureToTheSecretariat()
    {
        await using var outbox = new OutboxFixture(Board, new ChannelDouble(), _fixture.Mailer);
        await outbox.DrainAllAsync(TestContext.Current.CancellationToken);
        Assert.Equal(GuestFixture.Anna, Assert.Single(_fixture.Mailer.Sent).To);

        await _fixture.MoveMeetingAsync(new LocalDate(2026, 2, 5), new LocalTime(14, 0));
        await _fixture.TellAsync();
        _fixture.Mailer.Outcome = MailOutcome.Refused;
        await outbox.DrainAllAsync(TestContext.Current.CancellationToken);

        Assert.Contains(await _fixture.CardsToSecretaryAsync(), text => text.Contains("Mailen til gæsten **Anna Holm** (»Akutplan« i Chefforum) kunne ikke sendes.", StringComparison.Ordinal));
    }

    /// <summary>The address is kept for ninety days, and in no log; who came stays, whoever did not goes whole.</summary>
    [Fact]
    public async Task Addresses_AreForgotten_AndNeverInTheAuditLog()
    {
        await _fixture.AddAsync("Bo Friis", "bo@nord.example");
        await _fixture.InviteAsync();
        await _fixture.Chat.PressAsync(Board.Secretary, GuestVerbs.Remove, _fixture.Data(guest: (await _fixture.GuestAsync("Bo Friis")).Id));
        await using (var sent = Board.Open())
            await sent.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.SentAt, Board.Clock.GetCurrentInstant()));

        await ForgetAsync(new LocalDate(2026, 2, 3).PlusDays(ItemGuest.AddressKeptForDays));
        Assert.Equal(GuestFixture.Anna, (await _fixture.GuestAsync()).Email);
        await ForgetAsync(new LocalDate(2026, 2, 3).PlusDays(ItemGuest.AddressKeptForDays + 1));

        await using var db = Board.Open();
        var guest = Assert.Single(await db.ItemGuests.ToListAsync());
        Assert.Equal(("Anna Holm", null), (guest.Name, guest.Email));
        Assert.All(await db.Outbox.Where(row => row.GuestId != null).ToListAsync(), row => Assert.Null(row.Payload));
        Assert.All(await db.Audit.ToListAsync(), entry => Assert.DoesNotContain("@nord.example", entry.Changes, StringComparison.Ordinal));
        Assert.Contains(await db.Audit.ToListAsync(), entry => entry.Changes.Contains("Anna Holm", StringComparison.Ordinal));
    }

    private async Task ForgetAsync(LocalDate day)
    {
        Board.Clock.Set(Domain.Calendar.DanishTime.ToInstant(day, new LocalTime(3, 25)));
        await _fixture.Chat.Get<ForgetGuests>().HandleAsync(default);
    }

    private async Task SweepLaterAsync()
    {
        await _fixture.SweepAsync();
        Board.Clock.Advance(Duration.FromMinutes(31));
        await _fixture.SweepAsync();
    }

    private async Task<string> CancelAsync() => (await _fixture.Chat.PressAsync(Board.Secretary, Application.Meetings.MeetingVerbs.Cancel, _fixture.Data())).Text();

    private async Task ReinstateAsync()
    {
        await using var db = Board.Open();
        var meeting = await db.Meetings.SingleAsync(one => one.Id == _fixture.Meeting.Id);
        Assert.True(meeting.Reinstate(Board.Clock.GetCurrentInstant()).IsSuccess);
        await db.SaveChangesAsync();
    }
}
