using Klynge.Domain.Calendar;
using NodaTime;
using NodaTime.Text;
using PublicHoliday;

namespace Klynge.Domain.Tests.Calendar;

public sealed class DanishHolidaysTests
{
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2023-04-09")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    public void Easter_KnownYears_Agrees(string easter) => Assert.Equal(Date(easter), DanishHolidays.Easter(Date(easter).Year));

    [Theory]
    [InlineData(2023, "01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 06-05 12-24 12-25 12-26 12-31")]
    [InlineData(2024, "01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 06-05 12-24 12-25 12-26 12-31")]
    [InlineData(2025, "01-01 04-17 04-18 04-20 04-21 05-29 06-05 06-08 06-09 12-24 12-25 12-26 12-31")]
    [InlineData(2026, "01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 06-05 12-24 12-25 12-26 12-31")]
    [InlineData(2027, "01-01 03-25 03-26 03-28 03-29 05-06 05-16 05-17 06-05 12-24 12-25 12-26 12-31")]
    [InlineData(2028, "01-01 04-13 04-14 04-16 04-17 05-25 06-04 06-05 12-24 12-25 12-26 12-31")]
    [InlineData(2029, "01-01 03-29 03-30 04-01 04-02 05-10 05-20 05-21 06-05 12-24 12-25 12-26 12-31")]
    [InlineData(2030, "01-01 04-18 04-19 04-21 04-22 05-30 06-05 06-09 06-10 12-24 12-25 12-26 12-31")]
    public void IsClosed_WholeYear_IsTheOfficialList(int year, string days)
    {
        var first = new LocalDate(year, 1, 1);
        var closed = Enumerable.Range(0, CalendarSystem.Iso.GetDaysInYear(year)).Select(first.PlusDays).Where(DanishHolidays.IsClosed);

        Assert.Equal(days.Split(' ').Select(day => Date($"{year}-{day}")), closed);
    }

    [Theory]
    [InlineData("2023-05-05", "store bededag")]
    [InlineData("2024-04-26", null)]
    [InlineData("2026-05-14", "Kristi himmelfartsdag")]
    [InlineData("2026-04-02", "skærtorsdag")]
    [InlineData("2026-06-05", "grundlovsdag")]
    [InlineData("2026-12-26", "2. juledag")]
    [InlineData("2028-06-05", "grundlovsdag")]
    [InlineData("2026-04-04", null)]
    public void NameOf_Day_IsItsDanishName(string date, string? name) => Assert.Equal(name, DanishHolidays.NameOf(Date(date)));

    /// <summary>
    /// Another library's movable holidays. Its fixed ones differ by design: it has 1 May, and lacks 5 June, 24 and 31 December, on which the
    /// administration is closed.
    /// </summary>
    [Fact]
    public void MovableHolidays_OfTwoCenturies_AreThoseOfAnIndependentCalendar()
    {
        var other = new DenmarkPublicHoliday();
        for (var year = 1950; year <= 2150; year++)
        {
            var theirs = other.PublicHolidayNames(year).Keys.Select(LocalDate.FromDateTime).Where(IsMovable).Order();
            var first = new LocalDate(year, 1, 1);
            var ours = Enumerable.Range(0, CalendarSystem.Iso.GetDaysInYear(year)).Select(first.PlusDays)
                .Where(day => DanishHolidays.IsClosed(day) && IsMovable(day));
            Assert.Equal(theirs, ours);
        }
    }

    private static bool IsMovable(LocalDate day) => (day.Month, day.Day) is not ((1, 1) or (5, 1) or (6, 5) or (12, 24) or (12, 25) or (12, 26) or (12, 31));

    private static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
