using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Guests;

/// <summary>A guest of an item, from the form to the minutes.</summary>
public abstract class GuestTests(TestStore store) : IAsyncLifetime
{
    private const string Label = "Anna Holm, overlæge, Region Nord";

    private GuestFixture _fixture = null!;

    public sealed class OnSqlite() : GuestTests(TestStore.Sqlite);

    public sealed class OnPostgres() : GuestTests(TestStore.Postgres);

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await GuestFixture.CreateAsync(store);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _fixture.DisposeAsync();
    }

    /// <summary>Written on, shown to the secretariat as the guest will read it, invited, moved, told, and in the minutes.</summary>
    [Fact]
    public async Task Guest_IsInvited_ToldOfTheMove_AndStandsInTheMinutes()
    {
        var item = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Item, _fixture.Data())).Card();
        var list = (await _fixture.Chat.PressAsync(Board.Secretary, item, "Gæster")).Card();
        Assert.Contains("\"guest.add\"", (await _fixture.Chat.PressAsync(Board.Secretary, list, "Tilføj gæst")).Text(), StringComparison.Ordinal);
        var added = (await _fixture.AddAsync()).Text();
        Assert.All([Label, GuestFixture.Anna, "Ikke inviteret", "Inviter gæster (1)"], text => Assert.Contains(text, added, StringComparison.Ordinal));
        Assert.Empty(await _fixture.MailsAsync());

        var preview = (await _fixture.PreviewAsync()).Card();
        Assert.All(
            [
                $"Til: Anna Holm, {GuestFixture.Anna}", "Emne: Invitation: møde i Chefforum tirsdag d. 3. februar 2026", "Kære Anna Holm", "til punktet »Akutplan«",
                "Mødet: tirsdag d. 3. februar 2026 kl. 14.00–16.00 (dansk tid)", "Dit punkt begynder kl. 14.20.", "Sted: Teams",
            ],
            text => Assert.Contains(text, preview.Text(), StringComparison.Ordinal));
        Assert.Contains("1 gæst får mail nu.", (await _fixture.SendAsync(preview)).Text(), StringComparison.Ordinal);
        var mail = Assert.Single(await _fixture.MailsAsync());
        Assert.All(
            ["Kære Anna Holm", "til punktet »Akutplan« på et møde i Chefforum, Sundhedsråd Fjordlandet.", "Dit punkt begynder kl. 14.20.", "Svaret går til sekretariatet.", "har skrevet dig på som gæst"],
            text => Assert.Contains(text, mail.Text, StringComparison.Ordinal));

        await _fixture.MoveMeetingAsync(new LocalDate(2026, 4, 7), new LocalTime(9, 0), "Rådhuset");
        Assert.Contains("1 gæst skal have besked", await _fixture.AgendaAsync(), StringComparison.Ordinal);
        Assert.Contains("Skal have besked: nyt tidspunkt og nyt sted", await _fixture.ListAsync(), StringComparison.Ordinal);
        await _fixture.TellAsync();
        var moved = (await _fixture.MailsAsync())[1];
        Assert.Equal("Ændring: møde i Chefforum tirsdag d. 7. april 2026", moved.Subject);
        // Danish summer time, as people read it.
        Assert.All(
            ["Ændret: tidspunktet og stedet.", "tirsdag d. 7. april 2026 kl. 09.00–11.00 (dansk tid)", "Dit punkt begynder kl. 09.20.", "Sted: Rådhuset"],
            text => Assert.Contains(text, moved.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("skal have besked", await _fixture.AgendaAsync(), StringComparison.Ordinal);

        var guest = Assert.Single((await MinutesAsync()).Participants, person => person.Role == MinutesRole.Guest);
        Assert.Equal(("Anna Holm", "Region Nord", "overlæge"), (guest.Name, guest.Organisation, guest.Title));
        Assert.Equal([2], guest.OnlyItems);
    }

    [Fact]
    public async Task Preview_ThatIsOld_IsShownAnew_AndNothingIsSentTwice()
    {
        await _fixture.AddAsync();
        var old = (await _fixture.PreviewAsync()).Card();
        await _fixture.AddAsync("Bo Friis", "bo@nord.example");

        var anew = (await _fixture.SendAsync(old)).Card();

        Assert.Contains("Noget er ændret, siden du spurgte.", anew.Text(), StringComparison.Ordinal);
        Assert.Empty(await _fixture.MailsAsync());
        await _fixture.SendAsync(anew);
        Assert.Contains("Gæsterne har fået den besked, de skal have.", (await _fixture.SendAsync(anew)).Text(), StringComparison.Ordinal);
        Assert.Equal(2, (await _fixture.MailsAsync()).Count);
        (await _fixture.PreviewAsync()).Refused<NoGuestsToTell>();
    }

    /// <summary>A secretary's mailbox that two guests share gets one mail, which names both.</summary>
    [Fact]
    public async Task TwoGuests_OfOneAddress_GetOneMail()
    {
        await _fixture.AddAsync();
        await _fixture.AddAsync("Bo Friis", "Anna.Holm@NORD.example");

        Assert.Contains("2 gæster får mail nu.", (await _fixture.InviteAsync()).Text(), StringComparison.Ordinal);

        Assert.Contains("Kære Anna Holm og Bo Friis", Assert.Single(await _fixture.MailsAsync()).Text, StringComparison.Ordinal);
        Assert.True((await _fixture.GuestAsync("Bo Friis")).IsInvited);
        Assert.Contains("Anna Holm står allerede som gæst", (await _fixture.AddAsync(" anna HOLM ")).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anna Holm", "anna", "E-mailadressen kan ikke bruges.")]
    [InlineData("Anna Holm", "a@b.dk, c@d.dk", "E-mailadressen kan ikke bruges.")]
    [InlineData("Anna Holm", "Anna <a@b.dk>", "E-mailadressen kan ikke bruges.")]
    [InlineData(" ", "a@b.dk", "Navnet mangler.")]
    public async Task Form_ThatIsWrong_ComesBack_WithWhatWasTyped(string name, string email, string sentence)
    {
        var form = (await _fixture.AddAsync(name, email)).Text();

        Assert.Contains(sentence, form, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"overlæge\"", form, StringComparison.Ordinal);
        await using var db = Board.Open();
        Assert.Empty(await db.ItemGuests.ToListAsync());
    }

    [Fact]
    public async Task Form_ThatIsSentTwice_AddsOneGuest_AndIsEdited()
    {
        var id = Guid.CreateVersion7();
        await _fixture.AddAsync(id: id);
        await _fixture.AddAsync(id: id);
        var guest = await _fixture.GuestAsync();
        await _fixture.InviteAsync();

        var form = (await _fixture.Chat.PressAsync(Board.Secretary, GuestVerbs.EditForm, _fixture.Data(guest: guest.Id))).Text();
        Assert.Contains($"\"value\":\"{GuestFixture.Anna}\"", form, StringComparison.Ordinal);
        var edited = await _fixture.Chat.Get<EditGuest>().HandleAsync(
            TestBoard.As(Board.Secretary), new(Board.Forum.Id, _fixture.Meeting.Id, _fixture.Item, guest.Id), new("Anna Holm", null, "ledende overlæge", "anna@syd.example"), default);

        Assert.True(edited.IsSuccess);
        var now = await _fixture.GuestAsync();
        Assert.Equal("Anna Holm, ledende overlæge", now.Label);
        // Nobody has read anything at the new address.
        Assert.False(now.IsInvited);
    }

    [Fact]
    public async Task GuestWithoutAddress_IsToldByTheSecretariatItself()
    {
        await _fixture.AddAsync(email: null);

        var preview = (await _fixture.PreviewAsync()).Card();
        Assert.Contains("Uden e-mail: Anna Holm.", preview.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Send 1 mail", preview.Text(), StringComparison.Ordinal);
        Assert.Contains("Det er noteret, at Anna Holm har fået besked.", (await _fixture.Chat.PressAsync(Board.Secretary, preview, "Jeg har givet besked")).Text(), StringComparison.Ordinal);

        Assert.True((await _fixture.GuestAsync()).IsInvited);
        await _fixture.MoveMeetingAsync(new LocalDate(2026, 2, 4), new LocalTime(14, 0));
        Assert.Contains("1 gæst skal have besked", await _fixture.AgendaAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAMailbox_NothingIsSent_AndNobodyCountsAsInvited()
    {
        await _fixture.AddAsync();
        var preview = (await _fixture.PreviewAsync()).Card();
        _fixture.Mailer.IsOn = false;

        (await _fixture.SendAsync(preview)).Refused<GuestsCannotBeMailed>();

        Assert.Contains("ikke sat en postkasse op", (await _fixture.PreviewAsync()).Text(), StringComparison.Ordinal);
        Assert.False((await _fixture.GuestAsync()).IsInvited);
    }

    /// <summary>Who came to two items stands once; a guest whom the calendar has invited too stands once; approved minutes stay as they are.</summary>
    [Fact]
    public async Task Minutes_NameEachGuestOnce_AndStandWhenTheyAreApproved()
    {
        await _fixture.AddAsync();
        await _fixture.AddAsync(item: _fixture.First);
        await Board.AddAsync(new Domain.Attendance.Participant { MeetingId = _fixture.Meeting.Id, Name = "Anna Holm", Role = Role.Guest, Attended = true, Order = 9 });

        var guest = Assert.Single((await MinutesAsync()).Participants, person => person.Name == "Anna Holm");

        Assert.Equal([1, 2], guest.OnlyItems);
        Assert.Equal("Region Nord", guest.Organisation);
        var minutes = new MeetingMinutes { MeetingId = _fixture.Meeting.Id };
        await using var db = Board.Open();
        db.Add(minutes);
        db.Entry(minutes).Property(one => one.Status).CurrentValue = MinutesStatus.Approved;
        await db.SaveChangesAsync();
        (await _fixture.AddAsync("Bo Friis", null)).Refused<MinutesAlreadyApproved>();
        var id = (await db.ItemGuests.FirstAsync()).Id;
        (await _fixture.Chat.PressAsync(Board.Secretary, GuestVerbs.Remove, _fixture.Data(guest: id))).Refused<MinutesAlreadyApproved>();
    }

    /// <summary>The matter is taken up again, or read in anew from a corrected agenda: its guests come along.</summary>
    [Fact]
    public async Task Guests_GoWithTheirItem_ToALaterMeeting_AndIntoAnAgendaThatIsReadInAnew()
    {
        await _fixture.AddAsync();
        await _fixture.InviteAsync();
        var next = await Board.AddMeetingAsync(28);
        var postponed = await _fixture.Chat.Get<PostponeItem>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, _fixture.Item, _fixture.Meeting.Id), default);
        var document = new MinutesDocument
        {
            Kind = MinutesKind.Agenda,
            Forum = "Chefforum",
            Date = next.Date.PlusDays(-7),
            Start = new LocalTime(14, 0),
            Items = [new MinutesItem { Number = 1, Title = "Akutplan" }, new MinutesItem { Number = 2, Title = "Andet" }],
        };
        var imported = await _fixture.Chat.Get<ImportMeeting>().HandleAsync(TestBoard.As(Board.Secretary), new ImportMeetingRequest(document, Replace: true), default);

        Assert.Equal((null, ImportOutcome.Replaced), (imported.Error, imported.Value.Outcome));
        await using var db = Board.Open();
        var guests = await (from guest in db.ItemGuests join item in db.AgendaItems on guest.ItemId equals item.Id orderby item.MeetingId == next.Id select new { guest, item }).ToListAsync();
        Assert.Equal(2, guests.Count);
        Assert.Equal((true, true, 1), (guests[0].guest.IsInvited, guests[0].item.IsOnAgenda, guests[0].item.Number));
        Assert.Equal((false, postponed.Value.Id), (guests[1].guest.IsInvited, guests[1].item.Id));
        // It begins twenty minutes earlier now.
        Assert.Contains("Skal have besked: nyt tidspunkt", await _fixture.ListAsync(guests[0].item.Id), StringComparison.Ordinal);
    }

    private async Task<MinutesDocument> MinutesAsync()
    {
        await using var db = Board.Open();
        return await BuildMinutes.FromAsync(db, await db.Forums.SingleAsync(forum => forum.Id == Board.Forum.Id), await db.Meetings.SingleAsync(one => one.Id == _fixture.Meeting.Id));
    }
}
