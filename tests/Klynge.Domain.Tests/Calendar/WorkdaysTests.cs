using FsCheck;
using FsCheck.Fluent;
using Klynge.Domain.Calendar;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Domain.Tests.Calendar;

public sealed class WorkdaysTests
{
    private static readonly Arbitrary<LocalDate> Dates =
        Gen.Choose(0, 20_000).Select(new LocalDate(2000, 1, 1).PlusDays).ToArbitrary();

    private static readonly Arbitrary<int> Counts = Gen.Choose(1, 300).ToArbitrary();

    private static readonly Arbitrary<bool> Saturdays = Gen.Elements(true, false).ToArbitrary();

    [Theory]
    [InlineData("2026-04-15", true, true)]
    [InlineData("2026-04-18", false, true)]
    [InlineData("2026-04-19", false, false)]
    [InlineData("2026-04-03", false, false)]
    [InlineData("2026-04-04", false, true)]
    [InlineData("2026-12-26", false, false)]
    [InlineData("2024-04-26", true, true)]
    [InlineData("2023-05-05", false, false)]
    public void IsWorkday_WithAndWithoutSaturday_FollowsTheHolidays(string date, bool workday, bool withSaturday)
    {
        Assert.Equal(workday, Workdays.IsWorkday(Date(date)));
        Assert.Equal(withSaturday, Workdays.IsWorkday(Date(date), saturdayCounts: true));
    }

    [Theory]
    [InlineData("2025-02-04", 5, "2025-01-28")]
    [InlineData("2026-04-07", 1, "2026-04-01")]
    [InlineData("2026-04-08", 5, "2026-03-27")]
    [InlineData("2027-01-04", 5, "2026-12-22")]
    [InlineData("2026-06-08", 1, "2026-06-04")]
    [InlineData("2026-04-19", 0, "2026-04-19")]
    public void Subtract_AcrossWeekendsAndHolidays_LandsOnTheRightDay(string date, int days, string expected) =>
        Assert.Equal(Date(expected), Workdays.Subtract(Date(date), days));

    [Theory]
    [InlineData("2025-02-04", 4, "2025-01-30")]
    [InlineData("2025-02-03", 1, "2025-02-01")]
    [InlineData("2026-12-28", 1, "2026-12-23")]
    public void Subtract_SaturdayCounted_UsesTheSaturdays(string date, int days, string expected) =>
        Assert.Equal(Date(expected), Workdays.Subtract(Date(date), days, saturdayCounts: true));

    [Theory]
    [InlineData("2026-04-15", "2026-04-15", 0)]
    [InlineData("2026-04-15", "2026-04-16", 1)]
    [InlineData("2026-04-17", "2026-04-20", 1)]
    [InlineData("2026-04-20", "2026-04-17", -1)]
    [InlineData("2026-04-01", "2026-04-07", 1)]
    [InlineData("2026-12-23", "2027-01-04", 4)]
    public void Count_BetweenTwoDays_IsHalfOpen(string from, string to, int expected) =>
        Assert.Equal(expected, Workdays.Count(Date(from), Date(to)));

    [Fact]
    public void AddAndSubtract_FromAWorkday_UndoEachOther() => Prop
        .ForAll(Dates, Counts, Saturdays, (date, count, saturdays) =>
        {
            var workday = Workdays.Add(date, 1, saturdays);
            return Workdays.Subtract(Workdays.Add(workday, count, saturdays), count, saturdays) == workday;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Count_ToADayReachedByAdding_IsTheNumberAdded() => Prop
        .ForAll(Dates, Counts, Saturdays, (date, count, saturdays) =>
            Workdays.Count(date, Workdays.Add(date, count, saturdays), saturdays) == count)
        .QuickCheckThrowOnFailure();

    private static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
