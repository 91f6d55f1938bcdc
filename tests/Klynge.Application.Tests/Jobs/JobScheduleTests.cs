using Klynge.Application.Jobs;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Tests.Jobs;

/// <summary>Danish clock times on the days when the clock is changed, at midnight, over the year's end, and after a long sleep.</summary>
public sealed class JobScheduleTests
{
    private static readonly JobSchedule AtEight = JobSchedule.DailyAt(new LocalTime(8, 0));
    private static readonly JobSchedule AtHalfPastTwo = JobSchedule.DailyAt(new LocalTime(2, 30));

    [Fact]
    public void Daily_BeforeItsTime_IsToday() => Assert.Equal(Danish(2026, 1, 13, 8), AtEight.NextAfter(Danish(2026, 1, 13, 7, 59)));

    [Fact]
    public void Daily_AtItsTime_IsTomorrow() => Assert.Equal(Danish(2026, 1, 14, 8), AtEight.NextAfter(Danish(2026, 1, 13, 8)));

    [Fact]
    public void Daily_WhenSummerTimeBegins_StaysAtEightOnTheWall()
    {
        var saturday = Danish(2026, 3, 28, 8);

        var sunday = AtEight.NextAfter(saturday);

        Assert.Equal(Danish(2026, 3, 29, 8), sunday);
        Assert.Equal(Duration.FromHours(23), sunday - saturday);
    }

    [Fact]
    public void Daily_WhenSummerTimeEnds_StaysAtEightOnTheWall()
    {
        var saturday = Danish(2026, 10, 24, 8);

        var sunday = AtEight.NextAfter(saturday);

        Assert.Equal(Danish(2026, 10, 25, 8), sunday);
        Assert.Equal(Duration.FromHours(25), sunday - saturday);
    }

    [Fact]
    public void Daily_InTheHourThatSpringLeavesOut_ComesAnHourLaterThatDayAndOnlyThatDay()
    {
        var due = Walk(AtHalfPastTwo, Danish(2026, 3, 28, 12), 2);

        Assert.Equal([new(2026, 3, 29, 3, 30), new(2026, 3, 30, 2, 30)], due.Select(DanishTime.ToDanish));
    }

    [Fact]
    public void Daily_InTheHourThatAutumnHasTwice_ComesOnce()
    {
        var due = Walk(AtHalfPastTwo, Danish(2026, 10, 24, 12), 2);

        Assert.Equal([Instant.FromUtc(2026, 10, 25, 0, 30), Instant.FromUtc(2026, 10, 26, 1, 30)], due);
        Assert.Equal(due[1], AtHalfPastTwo.NextAfter(Instant.FromUtc(2026, 10, 25, 1, 30)));
    }

    [Fact]
    public void Daily_AtMidnight_BelongsToTheDanishDay()
    {
        var midnight = JobSchedule.DailyAt(LocalTime.Midnight);

        Assert.Equal(Instant.FromUtc(2026, 1, 13, 23, 0), midnight.NextAfter(Instant.FromUtc(2026, 1, 13, 22, 59)));
        Assert.Equal(Instant.FromUtc(2026, 1, 14, 23, 0), midnight.NextAfter(Instant.FromUtc(2026, 1, 13, 23, 0)));
    }

    [Fact]
    public void Daily_OverLeapDayAndNewYear_MissesNoDay()
    {
        Assert.Equal(
            [new(2028, 2, 28, 8, 0), new(2028, 2, 29, 8, 0), new(2028, 3, 1, 8, 0)],
            Walk(AtEight, Danish(2028, 2, 27, 8), 3).Select(DanishTime.ToDanish));
        Assert.Equal(Danish(2027, 1, 1, 8), AtEight.NextAfter(Danish(2026, 12, 31, 8)));
    }

    [Theory]
    [InlineData(2026, 3, 29)]
    [InlineData(2026, 10, 25)]
    public void Every_OverAChangeOfTheClock_KeepsItsBeat(int year, int month, int day)
    {
        var due = Walk(JobSchedule.Every(Duration.FromMinutes(20)), Instant.FromUtc(year, month, day, 0, 0), 9);

        Assert.All(due.Zip(due.Skip(1)), pair => Assert.Equal(Duration.FromMinutes(20), pair.Second - pair.First));
    }

    [Fact]
    public void Every_AfterASleepOfThreeDays_IsNextAheadAndNotBehind()
    {
        var woken = Danish(2026, 1, 16, 9, 0) + Duration.FromSeconds(3);

        Assert.Equal(Danish(2026, 1, 16, 9, 0) + Duration.FromSeconds(10), JobSchedule.Every(Duration.FromSeconds(10)).NextAfter(woken));
    }

    [Fact]
    public void First_OfAnInterval_IsAtOnce_AndOfAClockTime_IsItsNextTime()
    {
        var now = Danish(2026, 1, 13, 9);

        Assert.Equal(now, JobSchedule.Every(Duration.FromMinutes(1)).First(now));
        Assert.Equal(Danish(2026, 1, 14, 8), AtEight.First(now));
    }

    [Fact]
    public void Every_OfNoLength_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => JobSchedule.Every(Duration.Zero));

    private static List<Instant> Walk(JobSchedule schedule, Instant from, int steps)
    {
        var due = new List<Instant>();
        for (var at = schedule.NextAfter(from); due.Count < steps; at = schedule.NextAfter(at))
            due.Add(at);

        return due;
    }

    private static Instant Danish(int year, int month, int day, int hour, int minute = 0) =>
        DanishTime.ToInstant(new LocalDate(year, month, day), new LocalTime(hour, minute));
}
