using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Council;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Council;

/// <summary>Kommunestyrelsesloven § 23 as the ministry reads it: who was present at the item, before the meeting is adjourned, and nothing of procedure.</summary>
public sealed class StopDecisionTests : IAsyncLifetime
{
    private CouncilFixture _council = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _council = await CouncilFixture.CreateAsync();

    public ValueTask DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task MemberWhoWasPresent_StopsIt_TheChairAndTheSecretariatAreTold_AndTheMinutesSayIt()
    {
        Assert.Contains(CouncilTexts.StopButton, (await _council.PressAsync(AgendaVerbs.Item, 1, _council.Board.Member)).Text(), StringComparison.Ordinal);
        Assert.Contains(CouncilFixture.Law, (await _council.PressAsync(CouncilVerbs.StopForm, 1, _council.Board.Member)).Text(), StringComparison.Ordinal);

        (await StopAsync(1, _council.Board.Member)).Card();
        (await StopAsync(1, _council.Board.Member)).Card();

        Assert.Equal(
            "Dagsordenen blev godkendt.\n\nMads Holt har standset beslutningen kl. 09.00, inden mødet blev hævet (Kommunestyrelsesloven § 23).",
            (await _council.DocumentAsync()).Items[0].Decision);
        Assert.Single(await _council.ToldAsync(_council.Board.Secretary));
        Assert.Single(await _council.ToldAsync(_council.Board.Chair));
        Assert.Empty(await _council.ToldAsync(_council.Board.Doctor));
    }

    /// <summary>Opinion 03.1.7: present wholly or partly; who took no part in the item has no right there, and has it at the others.</summary>
    [Fact]
    public async Task WhoTookNoPartInTheItem_CannotStopIt()
    {
        await _council.Chat.Get<RecordItemAttendance>().HandleAsync(
            TestBoard.As(_council.Board.Secretary),
            new ItemAttendanceRequest(_council.Board.Forum.Id, _council.Meeting.Id, (await _council.ItemAsync(1)).Id, new HashSet<MemberId>(), new HashSet<MemberId> { await _council.SeatOfAsync(_council.Board.Member) }),
            Ct);

        (await StopAsync(1, _council.Board.Member)).Refused<NotAtTheItem>();
        (await StopAsync(1, _council.Board.Observer)).Refused<NotAtTheItem>();
        (await StopAsync(1, _council.Board.Secretary)).Refused<NotAtTheItem>();
        Assert.Empty((await _council.ItemAsync(1)).Content.Stops);
    }

    /// <summary>§ 23: before the meeting is adjourned.</summary>
    [Fact]
    public async Task AfterTheMeetingIsAdjourned_ItIsTooLate()
    {
        await _council.StatusAsync(MeetingStatus.Held);

        (await StopAsync(1, _council.Board.Member)).Refused<StopTooLate>();
        (await _council.PressAsync(CouncilVerbs.StopForm, 1, _council.Board.Member)).Refused<StopTooLate>();
        Assert.DoesNotContain(CouncilVerbs.StopForm.Verb, (await _council.PressAsync(AgendaVerbs.Item, 1, _council.Board.Member)).Text(), StringComparison.Ordinal);
    }

    /// <summary>Opinions 03.1.1, 04.1.2 and 99.1.3: to put a case off, or to send it on, is procedure.</summary>
    [Theory]
    [InlineData("Punktet udsættes til næste møde.")]
    [InlineData("Sagen sendes i skriftlig behandling.")]
    public async Task DecisionOnProcedure_CannotBeStopped(string decision)
    {
        await using (var db = _council.Board.Open())
        {
            var item = await db.AgendaItems.SingleAsync(one => one.MeetingId == _council.Meeting.Id && one.Number == 1, Ct);
            item.Decide(decision, item.Version, _council.Board.Clock.GetCurrentInstant());
            await db.SaveChangesAsync(Ct);
        }

        (await StopAsync(1, _council.Board.Member)).Refused<ProcedureCannotBeStopped>();
        (await StopAsync(3, _council.Board.Member)).Refused<NothingToStop>();
    }

    /// <summary>That § 23 reaches the councils is not settled, so it is off until a body's rules say otherwise.</summary>
    [Fact]
    public async Task WhereItIsNotSettled_ItIsOff_AndSaysWhy()
    {
        await _council.RulesAsync(rules => rules with { StopExecution = new LegalSwitch(false, "Ikke afklaret for sundhedsråd") });

        Assert.Contains("Ikke afklaret for sundhedsråd", (await StopAsync(1, _council.Board.Member)).Refused<RightIsOff>().Text, StringComparison.Ordinal);
        Assert.False(new RulesOfProcedure
        {
            ItemsIn = _council.Board.Forum.Rules.ItemsIn,
            AgendaOut = _council.Board.Forum.Rules.AgendaOut,
            MinutesOut = _council.Board.Forum.Rules.MinutesOut,
            Quorum = _council.Board.Forum.Rules.Quorum,
            WrittenProcedures = _council.Board.Forum.Rules.WrittenProcedures,
        }.StopExecution.Allowed);
    }

    private Task<ChatReply> StopAsync(int number, Person by) => _council.PressAsync(CouncilVerbs.Stop, number, by);
}
