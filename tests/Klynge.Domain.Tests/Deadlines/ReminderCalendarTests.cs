using FsCheck;
using FsCheck.Fluent;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using NodaTime;
using static Klynge.Domain.Tests.Deadlines.Days;

namespace Klynge.Domain.Tests.Deadlines;

public sealed class ReminderCalendarTests
{
    private static readonly DeadlineReminders Usual = DeadlineReminders.Usual;

    [Fact]
    public void Rounds_OfADeadlineInApril_ComeAtEightOnHverdageAndEndWithTheChairs() => Assert.Equal(
        [
            "2025-03-31 08:00 Ahead", "2025-04-16 08:00 Ahead", "2025-04-23 08:00 Ahead", "2025-04-25 08:00 Ahead",
            "2025-04-29 08:00 Ahead", "2025-04-30 08:00 Ahead",
            "2025-05-01 08:00 Overdue", "2025-05-02 08:00 Overdue", "2025-05-05 08:00 Overdue", "2025-05-06 08:00 Overdue", "2025-05-07 08:00 Overdue",
            "2025-05-08 08:00 Chairs",
        ],
        Rounds(On(2025, 4, 30)).Select(Show));

    [Theory]
    [InlineData(12, "2025-04-30 08:00 Ahead")]
    [InlineData(8, "2025-04-29 08:00 Ahead")]
    [InlineData(7, "2025-04-29 08:00 Ahead")]
    public void LastRound_OfADeadlineWithATime_ComesBeforeThatTime(int hour, string expected) => Assert.Equal(
        expected,
        Show(ReminderCalendar.Rounds(Usual, DeadlineKind.Own, On(2025, 4, 30), new LocalTime(hour, 0)).Last(round => round.Kind == ReminderRoundKind.Ahead)));

    [Fact]
    public void Round_OnAWeekend_IsMovedBackAndNotSentTwice() => Assert.Equal(
        ["2026-06-12 08:00 Ahead"],
        Rounds(On(2026, 6, 14), DeadlineKind.ItemsIn).Where(round => DanishTime.ToDanish(round.At).Date >= On(2026, 6, 12)).Select(Show));

    [Fact]
    public void Overdue_OverEaster_KeepsQuietOnHolidays() => Assert.Equal(
        ["2026-04-07 08:00 Overdue", "2026-04-08 08:00 Overdue", "2026-04-09 08:00 Chairs"],
        Rounds(On(2026, 4, 1)).Where(round => round.Kind != ReminderRoundKind.Ahead).Select(Show));

    [Fact]
    public void Rounds_OfAMeetingsOwnDeadline_AreFewerAndStopAtTheDay() => Assert.Equal(
        ["2026-01-22 08:00 Ahead", "2026-01-26 08:00 Ahead", "2026-01-28 08:00 Ahead", "2026-01-29 08:00 Ahead"],
        Rounds(On(2026, 1, 29), DeadlineKind.ItemsIn).Select(Show));

    /// <summary>30 March and 26 October 2026 are the Mondays after the clock was changed: eight is eight by the clock on the wall.</summary>
    [Theory]
    [InlineData(2026, 3, 30, 6)]
    [InlineData(2026, 3, 27, 7)]
    [InlineData(2026, 10, 26, 7)]
    [InlineData(2026, 10, 23, 6)]
    public void Round_AroundTheChangeOfSummerTime_IsAtEightDanishTime(int year, int month, int day, int utcHour) => Assert.Contains(
        Rounds(On(year, month, day)), round => round.At == Instant.FromUtc(year, month, day, utcHour, 0));

    [Fact]
    public void Rounds_OverNewYear_AreOnOpenDays() => Assert.Equal(
        ["2026-12-30 08:00 Ahead"],
        Rounds(On(2027, 1, 1), DeadlineKind.ItemsIn).TakeLast(1).Select(Show));

    [Fact]
    public void Rounds_OfLeapDay_ComeOnTheDayItself() => Assert.Contains("2028-02-29 08:00 Ahead", Rounds(On(2028, 2, 29)).Select(Show));

    [Fact]
    public void Due_AfterThreeDaysOfSleep_IsTheLatestOnly()
    {
        var rounds = Rounds(On(2025, 4, 30));

        var due = ReminderCalendar.Due(rounds, At(On(2025, 5, 2), 9));

        Assert.Equal("2025-05-02 08:00 Overdue", Show(due!));
        Assert.Equal(At(On(2025, 5, 5), 8), ReminderCalendar.Next(rounds, At(On(2025, 5, 2), 9)));
    }

    [Fact]
    public void Next_AfterTheChairs_IsNone() => Assert.Null(ReminderCalendar.Next(Rounds(On(2025, 4, 30)), At(On(2025, 5, 8), 8)));

    [Theory]
    [InlineData("2026-06-12 08:00", null)]
    [InlineData("2026-06-12 19:59", null)]
    [InlineData("2026-06-12 20:00", "2026-06-15 08:00")]
    [InlineData("2026-06-12 00:00", "2026-06-12 08:00")]
    [InlineData("2026-06-13 12:00", "2026-06-15 08:00")]
    [InlineData("2026-12-23 23:59", "2026-12-28 08:00")]
    public void QuietUntil_IsTheNextMorningOfWork(string now, string? until)
    {
        var pattern = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

        var quiet = ReminderCalendar.QuietUntil(DanishTime.ToInstant(pattern.Parse(now).Value));

        Assert.Equal(until is null ? null : DanishTime.ToInstant(pattern.Parse(until).Value), quiet);
    }

    [Fact]
    public void Rounds_OfAnyDay_AreOnHverdageOneADayInOrderAndNeverLateBeforeTheDeadline() => Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Choose(0, 20_000).ToArbitrary(), days =>
        {
            var date = On(2020, 1, 1).PlusDays(days);
            var rounds = Rounds(date);
            var on = rounds.Select(round => DanishTime.ToDanish(round.At)).ToList();
            return on.TrueForAll(at => Workdays.IsWorkday(at.Date) && at.TimeOfDay == DeadlineReminders.UsualTime)
                && on.SequenceEqual(on.Distinct().Order())
                && rounds.Where(round => round.Kind == ReminderRoundKind.Ahead).All(round => DanishTime.ToDanish(round.At).Date <= date)
                && rounds.Where(round => round.Kind != ReminderRoundKind.Ahead).All(round => DanishTime.ToDanish(round.At).Date > date)
                && rounds.Count(round => round.Kind == ReminderRoundKind.Chairs) == 1
                && rounds[^1].Kind == ReminderRoundKind.Chairs;
        }));

    private static IReadOnlyList<ReminderRound> Rounds(LocalDate date, DeadlineKind kind = DeadlineKind.Own) => ReminderCalendar.Rounds(Usual, kind, date);
}
