using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Guests.Turns;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Guests;

/// <summary>»Formandskaberne, hvert andet møde«: whose turn a meeting is, and what one press does.</summary>
public abstract class TurnTests(TestStore store) : IAsyncLifetime
{
    private const string InTurn = "Gæster efter tur (1)";
    private const string Name = "Formandskaberne for driftsforaene";

    private readonly List<Meeting> _meetings = [];
    private GuestFixture _fixture = null!;

    public sealed class OnSqlite() : TurnTests(TestStore.Sqlite);

    public sealed class OnPostgres() : TurnTests(TestStore.Postgres);

    private TestBoard Board => _fixture.Board;

    /// <summary>Four meetings, a week between them; the first is theirs.</summary>
    public async ValueTask InitializeAsync()
    {
        _fixture = await GuestFixture.CreateAsync(store);
        _meetings.Add(_fixture.Meeting);
        foreach (var days in new[] { 28, 35, 42 })
            _meetings.Add(await Board.AddMeetingAsync(days));

        var added = await _fixture.Chat.PressAsync(Board.Secretary, TurnVerbs.Add, new
        {
            forum = GuestFixture.Hex(Board.Forum.Id.Value),
            meeting = GuestFixture.Hex(_meetings[0].Id.Value),
            @new = GuestFixture.Hex(Guid.CreateVersion7()),
            guestName = Name,
            guestEmail = "formandskaberne@drift.example",
            every = "2",
        });
        Assert.Contains($"{Name} er skrevet på listen.", added.Text(), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _fixture.DisposeAsync();
    }

    [Fact]
    public async Task EverySecondMeeting_IsOffered_AndOnePressWritesThemOn()
    {
        Assert.Equal([true, false, true, false], await TurnsAsync());
        await using (var db = Board.Open())
            Assert.Empty(await db.ItemGuests.ToListAsync(TestContext.Current.CancellationToken));

        var list = await _fixture.Chat.PressAsync(Board.Secretary, TurnVerbs.List, Data(_meetings[0]));
        Assert.Contains("Kommer hvert andet møde: det er deres tur til dette møde", list.Text(), StringComparison.Ordinal);
        var used = (await UseAsync(_meetings[0], _fixture.Item)).Text();
        await UseAsync(_meetings[0], _fixture.First);

        Assert.Contains($"{Name} er skrevet på punktet og har ikke fået besked endnu.", used, StringComparison.Ordinal);
        var guest = await _fixture.GuestAsync(Name);
        Assert.Equal((_fixture.Item, "formandskaberne@drift.example", false), (guest.ItemId, guest.Email, guest.IsInvited));
        Assert.Empty(await _fixture.MailsAsync());
        Assert.Equal([false, false, true, false], await TurnsAsync());
    }

    /// <summary>They came out of turn: it is counted from there.</summary>
    [Fact]
    public async Task UseOfAnotherMeeting_CountsFromThere()
    {
        var content = new AgendaItemContent { Title = "Nyt" };
        var item = (await _fixture.Chat.Get<AddItem>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, _meetings[1].Id, content), default)).Value.Id;

        await UseAsync(_meetings[1], item);

        Assert.Equal([false, false, false, true], await TurnsAsync());
    }

    [Fact]
    public async Task NotThisTime_CountsFromThisMeeting()
    {
        var skipped = (await _fixture.Chat.PressAsync(Board.Secretary, TurnVerbs.Skip, Data(_meetings[0], await CadenceAsync()))).Text();

        Assert.Contains($"{Name} kommer ikke denne gang.", skipped, StringComparison.Ordinal);
        Assert.Equal([false, false, true, false], await TurnsAsync());
    }

    [Fact]
    public async Task CancelledMeeting_IsNotCounted_AndItsTurnIsTheNextOnes()
    {
        await CancelAsync(_meetings[1]);
        Assert.Equal([true, false, false, true], await TurnsAsync());
        await CancelAsync(_meetings[0]);

        Assert.Equal([false, false, true, false], await TurnsAsync());
    }

    [Fact]
    public async Task Remove_EndsIt_AndLeavesTheGuestsOfMeetings()
    {
        await UseAsync(_meetings[0], _fixture.Item);
        await _fixture.Chat.PressAsync(Board.Secretary, TurnVerbs.Remove, Data(_meetings[0], await CadenceAsync()));

        Assert.Equal([false, false, false, false], await TurnsAsync());
        Assert.NotNull(await _fixture.GuestAsync(Name));
    }

    [Theory]
    [InlineData("0", Name, "Vælg, hvor tit de kommer.")]
    [InlineData("7", Name, "Vælg, hvor tit de kommer.")]
    [InlineData("2", " ", "Navnet mangler.")]
    public async Task Form_ThatIsWrong_ComesBack(string every, string name, string sentence)
    {
        var form = (await _fixture.Chat.PressAsync(Board.Secretary, TurnVerbs.Add, new
        {
            forum = GuestFixture.Hex(Board.Forum.Id.Value),
            meeting = GuestFixture.Hex(_meetings[0].Id.Value),
            guestName = name,
            guestTitle = "formand",
            every,
        })).Text();

        Assert.Contains(sentence, form, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"formand\"", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turns_AreTheSecretariatsAlone_AndOfItsForum()
    {
        var cadence = await CadenceAsync();
        foreach (var verb in new[] { TurnVerbs.List, TurnVerbs.Form, TurnVerbs.Add, TurnVerbs.Use, TurnVerbs.Skip, TurnVerbs.Remove })
            (await _fixture.Chat.PressAsync(Board.Member, verb, Data(_meetings[0], cadence))).Refused<NotAllowed>();

        (await UseAsync(_meetings[1], _fixture.Item)).Refused<ItemNotFound>();
        (await _fixture.Chat.PressAsync(Board.Secretary, TurnVerbs.Use, Data(_meetings[0], cadence))).Refused<TurnItemMissing>();
        (await _fixture.Chat.PressAsync(Board.Secretary, TurnVerbs.Skip, Data(_meetings[0], GuestCadenceId.New()))).Refused<TurnNotFound>();
        Assert.DoesNotContain(InTurn, (await _fixture.Chat.PressAsync(Board.Member, AgendaVerbs.Show, Data(_meetings[0]))).Text(), StringComparison.Ordinal);
    }

    private static object Data(Meeting meeting, GuestCadenceId? cadence = null, AgendaItemId? item = null) => new
    {
        forum = GuestFixture.Hex(meeting.ForumId.Value),
        meeting = GuestFixture.Hex(meeting.Id.Value),
        cadence = cadence is { } one ? GuestFixture.Hex(one.Value) : null,
        turnItem = item is { } of ? GuestFixture.Hex(of.Value) : null,
    };

    private async Task<ChatReply> UseAsync(Meeting meeting, AgendaItemId item) =>
        await _fixture.Chat.PressAsync(Board.Secretary, TurnVerbs.Use, Data(meeting, await CadenceAsync(), item));

    /// <summary>Of each meeting, whether its agenda says that it is their turn.</summary>
    private async Task<List<bool>> TurnsAsync()
    {
        var turns = new List<bool>();
        foreach (var meeting in _meetings)
            turns.Add((await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Show, Data(meeting))).Text().Contains(InTurn, StringComparison.Ordinal));

        return turns;
    }

    private async Task CancelAsync(Meeting meeting) =>
        Assert.True((await _fixture.Chat.Get<CancelMeeting>().HandleAsync(TestBoard.As(Board.Secretary), new CancelMeetingRequest(Board.Forum.Id, meeting.Id, null), default)).IsSuccess);

    private async Task<GuestCadenceId> CadenceAsync()
    {
        await using var db = Board.Open();
        return (await db.GuestCadences.SingleAsync()).Id;
    }
}
