using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Council.Impartiality;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Tests.Agendas.Council;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Attendance.Items;

/// <summary>Kommunestyrelsesloven § 14, stk. 3 (opinions 80.2a.1 and 91.2a.1): a substitute for one item, where the member is inhabil, and never for one who is absent anyway.</summary>
public sealed class ItemSubstituteTests : IAsyncLifetime
{
    private CouncilFixture _council = null!;
    private Person _substitute = null!;

    private TestBoard Board => _council.Board;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _council = await CouncilFixture.CreateAsync();
        await _council.RulesAsync(rules => rules with { ItemSubstitutes = LegalSwitch.On });
        _substitute = new Person { Key = "sten", Name = "Sten Vikar", Email = "sten@fjordlandet.example", TeamsUserId = "29:sten" };
        await Board.AddAsync(_substitute);
        await using var db = Board.Open();
        (await db.Members.SingleAsync(seat => seat.PersonId == Board.Member.Id && seat.ForumId == Board.Forum.Id, Ct)).SubstituteIds = [_substitute.Id];
        await db.SaveChangesAsync(Ct);
    }

    public ValueTask DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task SubstituteOfSomebodyInhabil_SitsInTheSeatAtThatItem_InMinutesQuorumAndVote()
    {
        await DecidedAsync();
        var saved = await SaveAsync(Board.Member);
        Assert.Contains("Kald Sten Vikar ind for Mads Holt", saved.Text(), StringComparison.Ordinal);

        var called = await _council.Chat.PressAsync(Board.Secretary, saved.Card(), "Kald Sten Vikar ind for Mads Holt");

        Assert.Contains("Sten Vikar deltog i punktet som stedfortræder for Mads Holt.", called.Text(), StringComparison.Ordinal);
        Assert.Contains("4 af 4 stemmeberettigede pladser var besat", called.Text(), StringComparison.Ordinal);
        var section = (await _council.DocumentAsync()).Items[0].Sections.Single(one => one.Heading == Application.Attendance.Items.Texts.SectionHeading);
        Assert.Equal("Mads Holt var inhabil og deltog ikke i behandlingen af punktet.\n\nSten Vikar deltog i punktet som stedfortræder for Mads Holt.", section.Text);

        var seat = (await _council.SeatOfAsync(Board.Member)).Value.ToString("N");
        (await _council.PressAsync(AgendaVerbs.Vote, 1, Board.Secretary, ("vote", Guid.CreateVersion7().ToString("N")), ("for", seat))).Card();
        Assert.Equal("Sten Vikar", Assert.Single(Assert.Single((await _council.ItemAsync(1)).Content.Votes).Votes).Name);
        Assert.DoesNotContain((await _council.DocumentAsync()).Items[2].Sections, one => one.Text.Contains("Sten Vikar", StringComparison.Ordinal));
    }

    /// <summary>Who sits there has a member's rights at the item, and the member has none.</summary>
    [Fact]
    public async Task Substitute_HasTheMembersRightsAtTheItem()
    {
        await DecidedAsync();
        Assert.True((await CallInAsync(_substitute.Id)).IsSuccess);

        (await _council.PressAsync(Application.Agendas.Council.CouncilVerbs.Dissent, 1, _substitute, ("dissent", "I høring først."))).Card();
        (await _council.PressAsync(Application.Agendas.Council.CouncilVerbs.Dissent, 1, Board.Member, ("dissent", "I høring først."))).Refused<NotAtTheItem>();
        Assert.Equal("Sten Vikar", Assert.Single((await _council.ItemAsync(1)).Content.Dissents).Name);
    }

    [Fact]
    public async Task OneWhoIsAbsentAnyway_IsNotReplaced()
    {
        Assert.IsType<OnlyRecusedIsReplaced>((await CallInAsync(_substitute.Id)).Error);
        await AbsentAsync(ItemAbsenceKind.Away);
        Assert.IsType<OnlyRecusedIsReplaced>((await CallInAsync(_substitute.Id)).Error);

        await DecidedAsync();
        await Board.AddAsync(Apology.Register(_council.Meeting.Id, await _council.SeatOfAsync(Board.Member), ApologySource.Secretariat, Board.Clock.GetCurrentInstant()));
        Assert.IsType<OnlyRecusedIsReplaced>((await CallInAsync(_substitute.Id)).Error);
    }

    /// <summary>§ 14: the body decides who is inhabil, and nobody is replaced on the secretariat's word alone.</summary>
    [Fact]
    public async Task BeforeTheBodyHasDecided_NobodyIsCalledIn()
    {
        await AbsentAsync(ItemAbsenceKind.Recused);

        Assert.IsType<BodyHasNotDecided>((await CallInAsync(_substitute.Id)).Error);
    }

    [Fact]
    public async Task WhoIsNotOnTheList_SitsThereAlready_OrWhereTheRulesAreSilent_IsRefused()
    {
        await DecidedAsync();
        Assert.IsType<SubstituteNotOnList>((await CallInAsync(Board.Stranger.Id)).Error);
        await using (var db = Board.Open())
        {
            (await db.Members.SingleAsync(seat => seat.PersonId == Board.Member.Id && seat.ForumId == Board.Forum.Id, Ct)).SubstituteIds = [Board.Doctor.Id];
            await db.SaveChangesAsync(Ct);
        }

        Assert.IsType<SubstituteSitsAlready>((await CallInAsync(Board.Doctor.Id)).Error);
        Assert.IsType<NotAllowed>((await CallInAsync(Board.Doctor.Id, Board.Chair)).Error);
        await _council.RulesAsync(rules => rules with { ItemSubstitutes = new LegalSwitch(false, "Ikke afklaret") });
        Assert.IsType<RightIsOff>((await CallInAsync(Board.Doctor.Id)).Error);
    }

    [Fact]
    public async Task Substitute_IsTakenOutByOnePress_AndGoesWhenTheMemberIsNotInhabilAfterAll()
    {
        await DecidedAsync();
        await CallInAsync(_substitute.Id);
        Assert.True((await CallInAsync(null)).IsSuccess);
        Assert.Null(await SubstituteAsync());

        await CallInAsync(_substitute.Id);
        await AbsentAsync(ItemAbsenceKind.Away);
        Assert.Null(await SubstituteAsync());
    }

    private async Task<PersonId?> SubstituteAsync()
    {
        await using var db = Board.Open();
        return (await db.ItemAbsences.SingleAsync(Ct)).SubstituteId;
    }

    private async Task<Domain.Common.Result<Domain.Common.Done>> CallInAsync(PersonId? person, Person? by = null) => await _council.Chat.Get<CallInItemSubstitute>().HandleAsync(
        TestBoard.As(by ?? Board.Secretary), new ItemSubstituteRequest(Board.Forum.Id, _council.Meeting.Id, (await _council.ItemAsync(1)).Id, await _council.SeatOfAsync(Board.Member), person), Ct);

    private async Task<ChatReply> SaveAsync(Person recused) => await _council.PressAsync(
        ItemAttendanceVerbs.Save, 1, Board.Secretary, ("recused", (await _council.SeatOfAsync(recused)).Value.ToString("N")), ("away", string.Empty), ("span", "0"));

    private async Task DecidedAsync()
    {
        var (item, seat) = ((await _council.ItemAsync(1)).Id, await _council.SeatOfAsync(Board.Member));
        Assert.Null((await _council.Chat.Get<RaiseImpartiality>().HandleAsync(TestBoard.As(Board.Member), new(Board.Forum.Id, _council.Meeting.Id, item, Seat: null), Ct)).Error);
        Assert.Null((await _council.Chat.Get<DecideImpartiality>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, _council.Meeting.Id, item, seat, ImpartialityOutcome.Recused), Ct)).Error);
    }

    private async Task AbsentAsync(ItemAbsenceKind kind)
    {
        var seat = new HashSet<MemberId> { await _council.SeatOfAsync(Board.Member) };
        var request = new ItemAttendanceRequest(
            Board.Forum.Id, _council.Meeting.Id, (await _council.ItemAsync(1)).Id, kind == ItemAbsenceKind.Recused ? seat : new HashSet<MemberId>(), kind == ItemAbsenceKind.Away ? seat : new HashSet<MemberId>());
        Assert.True((await _council.Chat.Get<RecordItemAttendance>().HandleAsync(TestBoard.As(Board.Secretary), request, Ct)).IsSuccess);
    }
}
