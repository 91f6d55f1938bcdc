using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using static Klynge.Application.Tests.Deadlines.DeadlineFixture;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>The deadlines of meetings and of the annual wheel, kept in step.</summary>
public sealed class PlanDeadlinesTests : IAsyncLifetime
{
    private DeadlineFixture _fixture = null!;

    public async ValueTask InitializeAsync() => _fixture = await CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Meeting_HasItsDeadlinesOnce_HoweverOftenTheyArePlanned()
    {
        await _fixture.Board.AddMeetingAsync();

        await PlanAsync();
        await PlanAsync();

        Assert.Equal(
            ["2026-01-23 ItemsIn Open", "2026-01-27 AgendaOut Open", "2026-02-17 MinutesOut Open"], await StandingAsync());
    }

    [Fact]
    public async Task Plan_WithNothingNew_WritesNothing()
    {
        await _fixture.Board.AddMeetingAsync();
        await PlanAsync();
        await using var db = _fixture.Board.Open();
        var before = await db.Audit.CountAsync();

        await PlanAsync();

        Assert.Equal(before, await db.Audit.CountAsync());
    }

    [Fact]
    public async Task Meeting_MovedAWeek_MovesItsDeadlines()
    {
        var meeting = await _fixture.Board.AddMeetingAsync();
        await PlanAsync();
        var request = new MoveMeetingRequest(_fixture.Board.Forum.Id, meeting.Id, meeting.Time with { Date = meeting.Date.PlusDays(7) }, null, meeting.Version);
        Assert.True((await _fixture.Chat.Get<MoveMeeting>().HandleAsync(TestBoard.As(_fixture.Board.Secretary), request, default)).IsSuccess);

        await PlanAsync();

        Assert.Equal(["2026-01-30 ItemsIn Open", "2026-02-03 AgendaOut Open", "2026-02-24 MinutesOut Open"], await StandingAsync());
        await using var db = _fixture.Board.Open();
        Assert.Contains("d. 10. februar 2026", (await db.Deadlines.FirstAsync(one => one.Kind == DeadlineKind.AgendaOut)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meeting_MovedAheadAfterItsItemsWereIn_OpensThatDeadlineAgain()
    {
        var meeting = await _fixture.Board.AddMeetingAsync();
        await PlanAsync();
        _fixture.MoveTo(On(2026, 1, 24), 9);
        await PlanAsync();
        Assert.Contains("2026-01-23 ItemsIn Done", await StandingAsync());
        await ChangeAsync(meeting.Id, one => one.Move(one.Time with { Date = On(2026, 3, 3) }, null, _fixture.Board.Clock.GetCurrentInstant()));

        await PlanAsync();

        Assert.Contains("2026-02-20 ItemsIn Open", await StandingAsync());
    }

    [Fact]
    public async Task Meeting_Cancelled_TakesItsDeadlinesAway()
    {
        var meeting = await _fixture.Board.AddMeetingAsync();
        await PlanAsync();
        await ChangeAsync(meeting.Id, one => one.Cancel("Sygdom"));

        await PlanAsync();

        Assert.All(await StandingAsync(), one => Assert.EndsWith("Removed", one, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Agenda_ThatGoesOut_SettlesItsDeadline_AndNobodyIsReminded()
    {
        var meeting = await _fixture.Board.AddMeetingAsync();
        await PlanAsync();
        await ChangeAsync(meeting.Id, one => one.SendAgenda(_fixture.Board.Clock.GetCurrentInstant()));
        _fixture.MoveTo(On(2026, 1, 27), 8);

        Assert.DoesNotContain(await _fixture.SweepAsync(), sent => sent.Contains("Dagsordenen", StringComparison.Ordinal));
        Assert.Contains("2026-01-27 AgendaOut Done", await StandingAsync());
    }

    [Fact]
    public async Task Deadline_ThatAPersonPostponed_StaysWhereItWasPut()
    {
        var meeting = await _fixture.Board.AddMeetingAsync();
        await PlanAsync();
        await using var db = _fixture.Board.Open();
        var minutes = await db.Deadlines.FirstAsync(one => one.Kind == DeadlineKind.MinutesOut);
        var request = new PostponeDeadlineRequest(_fixture.Board.Forum.Id, minutes.Id, On(2026, 3, 1), null, 1);
        await _fixture.Chat.Get<PostponeDeadline>().HandleAsync(TestBoard.As(_fixture.Board.Secretary), request, default);
        await ChangeAsync(meeting.Id, one => one.Move(one.Time with { Date = one.Date.PlusDays(1) }, null, _fixture.Board.Clock.GetCurrentInstant()));

        await PlanAsync();

        Assert.Contains("2026-03-01 MinutesOut Postponed", await StandingAsync());
    }

    [Fact]
    public async Task Wheel_ChangedOnItsCard_GivesDeadlinesAndTakesThemAway()
    {
        await _fixture.Board.AddMeetingAsync();
        var forum = _fixture.Board.Forum.Id.Value;
        var added = await _fixture.PressAsync(
            _fixture.Board.Secretary, DeadlineVerbs.WheelAdd, new { forum, title = "Udpegning", rule = "hver 30. april", responsible = "Lene Aagaard" });
        await _fixture.PressAsync(
            _fixture.Board.Secretary, DeadlineVerbs.WheelAdd, new { forum, title = "Formøde", rule = "11 hverdage før mødet", responsible = "formandskabet" });

        Assert.Contains("Næste gang torsdag d. 30. april 2026", added.Text(), StringComparison.Ordinal);
        Assert.Contains("30. april · ansvarlig: Lene Aagaard", added.Text(), StringComparison.Ordinal);
        Assert.Contains("2026-01-19 Annual Open", await StandingAsync());
        Assert.Contains("2026-04-30 Annual Open", await StandingAsync());

        var asked = await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.WheelAskRemove, new { forum, entry = "udpegning" });
        Assert.Contains("1 åben frist", asked.Text(), StringComparison.Ordinal);
        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.WheelRemove, new { forum, entry = "udpegning" });
        Assert.Contains("2026-04-30 Annual Removed", await StandingAsync());
        Assert.Contains("2026-01-19 Annual Open", await StandingAsync());
    }

    [Fact]
    public async Task Wheel_EntryTwice_OrOnNoDay_OrByAMember_IsRefused()
    {
        var forum = _fixture.Board.Forum.Id.Value;
        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.WheelAdd, new { forum, title = "Udpegning", rule = "30. april" });

        (await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.WheelAdd, new { forum, title = "UDPEGNING", rule = "1. maj" })).Refused<WheelEntryExists>();
        (await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.WheelAdd, new { forum, title = "Andet", rule = "engang" })).Refused<AnnualRuleUnknown>();
        (await _fixture.PressAsync(_fixture.Board.Chair, DeadlineVerbs.WheelAdd, new { forum, title = "Andet", rule = "1. maj" })).Refused<NotAllowed>();
        Assert.Contains("står ikke i årshjulet længere", (await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.WheelRemove, new { forum, entry = "findes ikke" })).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Fjern\"", (await _fixture.Chat.SayAsync(_fixture.Board.Member, new ChatCommand.ShowAnnualWheel(null))).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wheel_OnLeapDay_IsPlannedForThe28thInOtherYears()
    {
        var forum = _fixture.Board.Forum.Id.Value;
        await _fixture.PressAsync(_fixture.Board.Secretary, DeadlineVerbs.WheelAdd, new { forum, title = "Skuddag", rule = "29. februar" });

        Assert.Equal(["2026-02-28 Annual Open"], await StandingAsync());
    }

    private Task PlanAsync() => _fixture.Chat.Get<PlanDeadlines>().HandleAsync(default);

    private async Task<List<string>> StandingAsync()
    {
        await using var db = _fixture.Board.Open();
        var all = await db.Deadlines.Where(one => one.ForumId == _fixture.Board.Forum.Id).OrderBy(one => one.Date).ToListAsync();
        return all.ConvertAll(one => $"{one.Date.ToString("uuuu-MM-dd", null)} {one.Kind} {one.Status}");
    }

    private async Task ChangeAsync<T>(MeetingId id, Func<Meeting, T> change)
    {
        await using var db = _fixture.Board.Open();
        change(await db.Meetings.SingleAsync(one => one.Id == id));
        await db.SaveChangesAsync();
    }
}
