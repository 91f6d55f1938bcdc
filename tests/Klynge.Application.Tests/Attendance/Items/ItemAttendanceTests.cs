using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Attendance.Items;

/// <summary>Who took part in an item is said item by item: inhabil, gone, not yet there; the minutes say it, and whether the forum could decide.</summary>
public sealed class ItemAttendanceTests : IAsyncLifetime
{
    private MinutesBoard _minutes = null!;

    private TestBoard Board => _minutes.Board;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _minutes = await MinutesBoard.CreateAsync();

    public ValueTask DisposeAsync() => _minutes.DisposeAsync();

    [Fact]
    public async Task OneWhoIsInhabil_StandsAtTheItem_AndTheMinutesSaySo()
    {
        var seat = await SeatAsync(Board.Member);

        var saved = (await SaveAsync(3, recused: [seat])).Text();

        Assert.Contains("Mads Holt var inhabil og deltog ikke i behandlingen af punktet.", saved, StringComparison.Ordinal);
        Assert.Contains("Mads Holt var inhabil og deltog ikke i behandlingen af punktet.", await PrintedAsync(3), StringComparison.Ordinal);
        Assert.DoesNotContain("inhabil", await PrintedAsync(1), StringComparison.Ordinal);
        Assert.Equal("Sagsfremstilling", (await DocumentAsync()).Items[2].Sections[0].Heading);
    }

    [Fact]
    public async Task OneWhoLeft_IsAwayFromTheFollowingItems_AndOneWhoCameLateFromThoseBefore()
    {
        var (member, doctor) = (await SeatAsync(Board.Member), await SeatAsync(Board.Doctor));
        await SaveAsync(1, away: [doctor], span: ItemSpan.Preceding);

        await SaveAsync(2, away: [member], span: ItemSpan.Following);

        Assert.Equal([1], await AwayAsync(doctor));
        Assert.Equal([2, 3], await AwayAsync(member));
        Assert.Contains("Mads Holt deltog ikke i behandlingen af punktet.", await PrintedAsync(3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasSaidOfAnItem_IsReplaced_AndAnotherItemsInhabilStays()
    {
        var (member, other) = (await SeatAsync(Board.Member), await SeatAsync(Board.OtherMember));
        await SaveAsync(3, recused: [member]);

        await SaveAsync(2, away: [member], span: ItemSpan.Following);
        await SaveAsync(2, recused: [other]);

        Assert.Contains("Mads Holt var inhabil", await PrintedAsync(3), StringComparison.Ordinal);
        await using var db = Board.Open();
        Assert.Equal([ItemAbsenceKind.Recused, ItemAbsenceKind.Recused], await db.ItemAbsences.Select(one => one.Kind).ToListAsync(Ct));
    }

    [Fact]
    public async Task Quorum_FollowsEachItem()
    {
        var seats = await Task.WhenAll(SeatAsync(Board.Member), SeatAsync(Board.OtherMember), SeatAsync(Board.Doctor));

        Assert.Contains("ingen deltog fra Birkelse Kommune.", (await SaveAsync(3, recused: [seats[0]])).Text(), StringComparison.Ordinal);
        await using (var db = Board.Open())
        {
            var forum = (await db.Forums.FindAsync([Board.Forum.Id], Ct))!;
            forum.Rules = forum.Rules with { Quorum = new QuorumRule(0.5m, EverySector: false) };
            await db.SaveChangesAsync(Ct);
        }

        Assert.Contains("beslutningsdygtigt ved punktet: 3 af 4", (await SaveAsync(3, recused: [seats[0]])).Text(), StringComparison.Ordinal);
        var none = (await SaveAsync(3, recused: [.. seats])).Text();

        Assert.Contains("Forummet var ikke beslutningsdygtigt ved punktet: 1 af de 2 nødvendige pladser var besat.", none, StringComparison.Ordinal);
        Assert.DoesNotContain("beslutningsdygtigt", await PrintedAsync(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sector_ThatNobodyIsThereFrom_IsNamedInTheMinutes()
    {
        await SaveAsync(3, away: [await SeatAsync(Board.Doctor)]);

        Assert.Contains("Forummet var ikke beslutningsdygtigt ved punktet: ingen deltog fra almen praksis.", await PrintedAsync(3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubstituteWhoCame_IsTheOneWhoIsNamed()
    {
        var seat = await SeatAsync(Board.Member);
        await Board.AddAsync(new Participant { MeetingId = _minutes.Meeting.Id, MemberId = seat, Name = "Mads Holt", Role = Role.Member, Attended = false, SubstituteName = "Vera Vikar" });

        Assert.Contains("Vera Vikar var inhabil", (await SaveAsync(3, recused: [seat])).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Mads Holt", await PrintedAsync(3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedItem_SaysNothingInThePublicMinutes()
    {
        await SaveAsync(2, recused: [await SeatAsync(Board.Member)]);

        Assert.Empty((await DocumentAsync()).Items[1].Sections);
    }

    [Fact]
    public async Task WhatCannotBe_IsRefused_AndNothingIsWritten()
    {
        var seat = await SeatAsync(Board.Member);
        (await SaveAsync(3, recused: [seat], away: [seat])).Refused<AbsentTwice>();
        (await SaveAsync(3, recused: [MemberId.New()])).Card();
        (await SaveAsync(3, recused: [seat], by: Board.Member)).Refused<NotAllowed>();
        var ahead = await Board.AddMeetingAsync();
        var item = AgendaItem.Add(ahead, 1, new AgendaItemContent { Title = "Senere" }, Board.Clock.GetCurrentInstant());
        await Board.AddAsync(item);
        (await PressAsync(ItemAttendanceVerbs.Save, ahead, item.Id, new { recused = seat.Value.ToString("N") })).Refused<ItemAttendanceTooEarly>();
        (await PressAsync(ItemAttendanceVerbs.Form, ahead, item.Id, new { })).Refused<ItemAttendanceTooEarly>();

        await using var db = Board.Open();
        Assert.Empty(await db.ItemAbsences.ToListAsync(Ct));
    }

    [Fact]
    public async Task Form_ShowsHowItStands_AndWhoWasNotThereIsNotAsked()
    {
        var (member, doctor) = (await SeatAsync(Board.Member), await SeatAsync(Board.Doctor));
        await Board.AddAsync(new Participant { MeetingId = _minutes.Meeting.Id, MemberId = doctor, Name = Board.Doctor.Name, Role = Role.Member, Attended = false });
        await Board.AddAsync(new Participant { MeetingId = _minutes.Meeting.Id, MemberId = member, Name = "Mads Holt", Role = Role.Member, Attended = true, Order = 1 });
        await SaveAsync(3, recused: [member]);

        var form = (await PressAsync(ItemAttendanceVerbs.Form, _minutes.Meeting, await ItemAsync(3), new { })).Card().Text();

        Assert.Contains($"\"value\":\"{member.Value:N}\"", form, StringComparison.Ordinal);
        Assert.DoesNotContain(Board.Doctor.Name, form, StringComparison.Ordinal);
    }

    private async Task<ChatReply> SaveAsync(
        int number, IReadOnlyList<MemberId>? recused = null, IReadOnlyList<MemberId>? away = null, ItemSpan span = ItemSpan.OnlyThis, Person? by = null) => await PressAsync(
            ItemAttendanceVerbs.Save,
            _minutes.Meeting,
            await ItemAsync(number),
            new
            {
                recused = string.Join(',', (recused ?? []).Select(seat => seat.Value.ToString("N"))),
                away = string.Join(',', (away ?? []).Select(seat => seat.Value.ToString("N"))),
                span = (int)span,
            },
            by);

    private Task<ChatReply> PressAsync(string verb, Meeting meeting, AgendaItemId item, object more, Person? by = null)
    {
        var data = System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        (data["forum"], data["meeting"], data["item"]) = (Board.Forum.Id.Value.ToString("N"), meeting.Id.Value.ToString("N"), item.Value.ToString("N"));
        return _minutes.Chat.PressAsync(by ?? Board.Secretary, verb, data);
    }

    private async Task<AgendaItemId> ItemAsync(int number)
    {
        await using var db = Board.Open();
        return (await db.AgendaItems.SingleAsync(item => item.MeetingId == _minutes.Meeting.Id && item.Number == number, Ct)).Id;
    }

    private async Task<MemberId> SeatAsync(Person person)
    {
        await using var db = Board.Open();
        return (await db.Members.SingleAsync(seat => seat.PersonId == person.Id && seat.ForumId == Board.Forum.Id, Ct)).Id;
    }

    private async Task<List<int>> AwayAsync(MemberId seat)
    {
        await using var db = Board.Open();
        return await db.ItemAbsences.Where(one => one.MemberId == seat).Join(db.AgendaItems, one => one.ItemId, item => item.Id, (_, item) => item.Number).Order().ToListAsync(Ct);
    }

    private async Task<string> PrintedAsync(int number) => string.Join('\n', (await DocumentAsync()).Items[number - 1].Sections.Select(section => section.Text));

    private async Task<Domain.Minutes.MinutesDocument> DocumentAsync()
    {
        await using var db = Board.Open();
        return await BuildMinutes.FromAsync(db, Board.Forum, await db.Meetings.SingleAsync(one => one.Id == _minutes.Meeting.Id, Ct));
    }
}
