using Klynge.Application.Data;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Calendar;
using Microsoft.EntityFrameworkCore;
using static Klynge.Application.Tests.Deadlines.DeadlineFixture;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>
/// Reminders over days, weekends, changes of the clock and days of sleep, on both databases. The board's own day is Tuesday
/// 13 January 2026.
/// </summary>
public abstract class SweepTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : SweepTests(TestStore.Sqlite);

    public sealed class OnPostgres() : SweepTests(TestStore.Postgres);

    private const string Title = "Udpegning til ledelsesprogrammet";
    private DeadlineFixture _fixture = null!;

    public async ValueTask InitializeAsync() => _fixture = await CreateAsync(store);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _fixture.DisposeAsync();
    }

    [Fact]
    public async Task Reminder_WhenItIsDue_GoesToTheResponsibleAndTheSecretariatOnce()
    {
        await _fixture.SetAsync(On(2026, 1, 30), "Mads Holt");
        _fixture.MoveTo(On(2026, 1, 16), 8);

        Assert.Equal([$"Mads Holt: Husk fristen: {Title}", $"Sofie Bech: Husk fristen: {Title}"], await _fixture.SweepAsync());
        Assert.Empty(await _fixture.SweepAsync());
    }

    [Fact]
    public async Task Reminder_AMinuteTooEarly_IsNotSent()
    {
        await _fixture.SetAsync(On(2026, 1, 30));
        _fixture.MoveTo(On(2026, 1, 16), 7, 59);

        Assert.Empty(await _fixture.SweepAsync());
    }

    [Fact]
    public async Task Reminders_OfTheChairs_GoToAllOfThem()
    {
        await _fixture.SetAsync(On(2026, 1, 30), "formandskabet");
        _fixture.MoveTo(On(2026, 1, 16), 8);

        Assert.Equal([$"Karen Ravn: Husk fristen: {Title}", $"Sofie Bech: Husk fristen: {Title}"], await _fixture.SweepAsync());
    }

    [Fact]
    public async Task TwoSweepers_AtTheSameTime_SendOnce()
    {
        for (var index = 0; index < 20; index++)
            await _fixture.SetAsync(On(2026, 1, 30), title: $"Frist {index}");

        _fixture.MoveTo(On(2026, 1, 16), 8);
        // SQLite belongs to one process, PostgreSQL to many: there each sweeper has a writer of its own.
        await using var own = store == TestStore.Postgres ? new Writer(_fixture.Board.Contexts, _fixture.Board.Clock) : null;
        var other = own ?? _fixture.Board.Writer;
        var now = _fixture.Board.Clock.GetCurrentInstant();
        var (first, second) = (new SendDeadlineReminders(_fixture.Board.Writer, _fixture.Board.Contexts), new SendDeadlineReminders(other, _fixture.Board.Contexts));

        var sent = await Task.WhenAll(first.HandleAsync(now, default), second.HandleAsync(now, default));

        Assert.Equal(20, sent.Sum());
        Assert.Equal(["Sofie Bech: 20 frister venter på dig"], await _fixture.SentSinceAsync(0));
    }

    [Fact]
    public async Task Reminders_OfManyDeadlines_ComeToEachPersonAsOneList()
    {
        for (var index = 1; index <= 33; index++)
            await _fixture.SetAsync(On(2026, 1, 15), index <= 2 ? "Mads Holt" : null, title: $"Frist nr. {index}");

        _fixture.MoveTo(On(2026, 1, 16), 8);

        Assert.Equal(["Mads Holt: 2 frister venter på dig", "Sofie Bech: 33 frister venter på dig"], await _fixture.SweepAsync());
        Assert.Empty(await _fixture.SweepAsync());
    }

    [Fact]
    public async Task Reminder_OnTheDayItself_IsACardOfItsOwnBesideTheList()
    {
        await _fixture.SetAsync(On(2026, 1, 16), title: "I dag");
        await _fixture.SetAsync(On(2026, 1, 30), title: "Om to uger");
        await _fixture.SetAsync(On(2026, 1, 15), title: "I går");
        _fixture.MoveTo(On(2026, 1, 16), 8);

        Assert.Equal(["Sofie Bech: 2 frister venter på dig", "Sofie Bech: Husk fristen: I dag"], await _fixture.SweepAsync());
    }

    [Fact]
    public async Task Machine_AsleepForThreeDays_RemindsOnceWithTheLatest()
    {
        await _fixture.SetAsync(On(2026, 1, 21));
        _fixture.MoveTo(On(2026, 1, 22), 10, 30);

        Assert.Equal([$"Sofie Bech: Fristen er overskredet: {Title}"], await _fixture.SweepAsync());
        Assert.Empty(await _fixture.SweepAsync());
        _fixture.MoveTo(On(2026, 1, 23), 8);
        Assert.Single(await _fixture.SweepAsync());
    }

    [Theory]
    [InlineData(2026, 1, 24, 12)]
    [InlineData(2026, 1, 25, 8)]
    [InlineData(2026, 1, 26, 7)]
    public async Task Machine_WakingAtTheWeekendOrBeforeDawn_WaitsForTheMorningOfWork(int year, int month, int day, int hour)
    {
        await _fixture.SetAsync(On(2026, 1, 23));
        _fixture.MoveTo(On(year, month, day), hour);
        Assert.Empty(await _fixture.SweepAsync());

        _fixture.MoveTo(On(2026, 1, 26), 8);

        Assert.Equal([$"Sofie Bech: Fristen er overskredet: {Title}"], await _fixture.SweepAsync());
    }

    [Fact]
    public async Task Overdue_IsCalledToMindEachWorkdayOfAWeek_ThenTheChairsAreTold_ThenItIsQuiet()
    {
        await _fixture.SetAsync(On(2026, 1, 14));
        var days = new List<string>();
        for (var day = On(2026, 1, 15); day <= On(2026, 2, 10); day = day.PlusDays(1))
        {
            _fixture.MoveTo(day, 8, 5);
            days.AddRange((await _fixture.SweepAsync()).Select(sent => $"{day.ToString("MM-dd", null)} {sent[..sent.IndexOf(' ', StringComparison.Ordinal)]}"));
        }

        Assert.Equal(["01-15 Sofie", "01-16 Sofie", "01-19 Sofie", "01-20 Sofie", "01-21 Sofie", "01-22 Karen", "01-22 Sofie"], days);
    }

    [Fact]
    public async Task Reminder_AfterItWasDone_IsNotSent()
    {
        var id = await _fixture.SetAsync(On(2026, 1, 30));
        await _fixture.Chat.Get<FinishDeadline>().HandleAsync(TestBoard.As(_fixture.Board.Secretary), _fixture.Board.Forum.Id, id, 1, default);
        _fixture.MoveTo(On(2026, 1, 30), 8);

        Assert.Empty(await _fixture.SweepAsync());
    }

    [Fact]
    public async Task Reminder_OfAPostponedDeadline_FollowsTheNewDay()
    {
        var id = await _fixture.SetAsync(On(2026, 1, 30));
        var request = new PostponeDeadlineRequest(_fixture.Board.Forum.Id, id, On(2026, 2, 27), null, 1);
        await _fixture.Chat.Get<PostponeDeadline>().HandleAsync(TestBoard.As(_fixture.Board.Secretary), request, default);

        _fixture.MoveTo(On(2026, 1, 27), 8);
        Assert.Empty(await _fixture.SweepAsync());
        _fixture.MoveTo(On(2026, 1, 28), 8);
        Assert.Single(await _fixture.SweepAsync());
    }

    /// <summary>By the clock on the wall, before and after summer time begins and ends, on New Year's first workday and on leap day.</summary>
    [Theory]
    [InlineData(2026, 3, 30)]
    [InlineData(2026, 10, 26)]
    [InlineData(2027, 1, 4)]
    [InlineData(2028, 2, 29)]
    public async Task Reminder_OnTheDay_ComesAtEightDanishTime(int year, int month, int day)
    {
        var date = On(year, month, day);
        _fixture.MoveTo(Workdays.Subtract(date, 1), 12);
        await _fixture.SetAsync(date);

        _fixture.MoveTo(date, 0);
        Assert.Empty(await _fixture.SweepAsync());
        _fixture.MoveTo(date, 7, 59);
        Assert.Empty(await _fixture.SweepAsync());
        _fixture.MoveTo(date, 8);
        Assert.Single(await _fixture.SweepAsync());
    }

    [Fact]
    public async Task Reminder_OfAClosedCase_NamesNothingToThoseWhoMayNotReadIt()
    {
        var meeting = await _fixture.Board.AddMeetingAsync();
        var item = Domain.Agendas.AgendaItem.Add(meeting, 1, new() { Title = "Klagesag", IsClosed = true }, _fixture.Board.Clock.GetCurrentInstant());
        await _fixture.Board.AddAsync(item);
        var request = new SetDeadlineRequest(_fixture.Board.Forum.Id, "Svar i klagesagen", On(2026, 1, 30), "Bo Ørum", item.Id);
        await _fixture.Chat.Get<SetDeadline>().HandleAsync(TestBoard.As(_fixture.Board.Secretary), request, default);
        var before = await _fixture.LastMessageAsync();
        _fixture.MoveTo(On(2026, 1, 16), 8);

        await _fixture.Chat.Get<SendDeadlineReminders>().HandleAsync(_fixture.Board.Clock.GetCurrentInstant(), default);

        Assert.Equal(
            ["Bo Ørum: Husk fristen: Frist i en lukket sag", "Sofie Bech: Husk fristen: Frist i en lukket sag"], await _fixture.SentSinceAsync(before));
    }

    [Fact]
    public async Task Sweep_FindsWhatIsDue_ByTheIndex()
    {
        await using var db = _fixture.Board.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = SendDeadlineReminders.Due(db, _fixture.Board.Clock.GetCurrentInstant()).CreateDbCommand();
        var statement = command.CommandText;
        if (store == TestStore.Postgres)
        {
            // A table of no rows is not worth an index.
            await db.Database.ExecuteSqlAsync($"SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off");
        }

        command.CommandText = store == TestStore.Postgres ? $"EXPLAIN {statement}" : $"EXPLAIN QUERY PLAN {statement}";
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
            plan.Add(reader.GetString(store == TestStore.Postgres ? 0 : 3));

        Assert.Contains(plan, step => step.Contains("IX_Deadlines_NextReminderAt", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal) || step.Contains("Sort", StringComparison.Ordinal));
    }
}
