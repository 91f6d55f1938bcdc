using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Guests;

/// <summary>Who reads of guests: members their names, observers those of open items, nobody but the secretariat their addresses.</summary>
public sealed class GuestSecrecyTests : IAsyncLifetime
{
    private const string Closed = "Personsag om Jensen";
    private const string Secret = "Hemmelig Gæst";

    private GuestFixture _fixture = null!;
    private AgendaItemId _closed;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await GuestFixture.CreateAsync();
        _closed = await _fixture.AddItemAsync(Closed, 10, isClosed: true);
        await _fixture.AddAsync();
        await _fixture.AddAsync(Secret, "hemmelig@nord.example", "psykiater", "Retten", _closed);
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task ClosedItem_IsNamedInNoMail()
    {
        var preview = (await _fixture.PreviewAsync(_closed)).Card();
        await _fixture.SendAsync(preview);
        await _fixture.RemoveItemAsync(_closed);
        await _fixture.TellAsync();

        var mails = await _fixture.MailsAsync();
        Assert.Equal(2, mails.Count);
        foreach (var mail in mails)
        {
            Assert.All([Closed, "Jensen", "Sagens ord"], text => Assert.DoesNotContain(text, mail.Subject + mail.Text + mail.Html, StringComparison.Ordinal));
            Assert.Contains("et punkt på dagsordenen", mail.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Closed, preview.Text(), StringComparison.Ordinal);
        Assert.Null((await _fixture.GuestAsync(Secret)).Told!.Title);
    }

    /// <summary>Invited while it was open, and closed since: the mail that tells of it does not name it either.</summary>
    [Fact]
    public async Task ItemThatIsClosedLater_IsNotNamedWhenItIsTakenOff_AndClosingIsNoNews()
    {
        await _fixture.InviteAsync();
        await _fixture.EditAsync(_fixture.Item, content => content with { IsClosed = true });
        Assert.DoesNotContain("skal have besked", await _fixture.AgendaAsync(), StringComparison.Ordinal);

        await _fixture.RemoveItemAsync(_fixture.Item);
        await _fixture.TellAsync();

        Assert.DoesNotContain(GuestFixture.Title, (await _fixture.MailsAsync())[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_AreForMembers_AndForObserversOfOpenItems_AddressesForNeither()
    {
        foreach (var verb in new[] { AgendaVerbs.Show, AgendaVerbs.Full })
        {
            var member = (await _fixture.Chat.PressAsync(Board.Member, verb, _fixture.Data())).Text();
            var observer = (await _fixture.Chat.PressAsync(Board.Observer, verb, _fixture.Data())).Text();

            Assert.Contains("Anna Holm, overlæge, Region Nord", member, StringComparison.Ordinal);
            Assert.Contains(Secret, member, StringComparison.Ordinal);
            Assert.Contains("Anna Holm", observer, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, observer, StringComparison.Ordinal);
            Assert.All([member, observer], text => Assert.DoesNotContain("@nord.example", text, StringComparison.Ordinal));
        }

        (await _fixture.Chat.PressAsync(Board.Member, GuestVerbs.List, _fixture.Data())).Refused<NotAllowed>();
        Assert.DoesNotContain(Secret, (await _fixture.Chat.PressAsync(Board.Observer, AgendaVerbs.Item, _fixture.Data(_closed))).Text(), StringComparison.Ordinal);
        (await _fixture.Chat.PressAsync(Board.Stranger, AgendaVerbs.Show, _fixture.Data())).Refused<ForumNotFound>();
    }

    /// <summary>In the forum's chat, read by all: the answer to a press there is a message to everybody where the card cannot be drawn for one.</summary>
    [Fact]
    public async Task AnswerThatEverybodyReads_ShowsNoGuestOfAClosedItem()
    {
        var turn = _fixture.Chat.Turn(Board.Secretary, Board.Forum.Id, personal: false);

        foreach (var verb in new[] { GuestVerbs.List, GuestVerbs.Form, GuestVerbs.InviteForm })
            (await _fixture.Chat.PressAsync(turn, verb, _fixture.Data(_closed), isFallback: true)).Refused<ItemIsClosedHere>();

        var told = await _fixture.Chat.PressAsync(turn, GuestVerbs.Told, _fixture.Data(_closed, (await _fixture.GuestAsync(Secret)).Id), isFallback: true);
        Assert.DoesNotContain(Secret, told.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicMinutes_DoNotNameWhoCameToAClosedItem()
    {
        await using var db = Board.Open();
        var forum = await db.Forums.SingleAsync(one => one.Id == Board.Forum.Id, TestContext.Current.CancellationToken);
        var minutes = await BuildMinutes.FromAsync(db, forum, await db.Meetings.SingleAsync(one => one.Id == _fixture.Meeting.Id, TestContext.Current.CancellationToken));

        Assert.Equal(["Anna Holm"], minutes.Participants.Where(person => person.Role == MinutesRole.Guest).Select(person => person.Name));
    }
}
