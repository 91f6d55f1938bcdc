using System.Globalization;
using Klynge.Domain.Calendar;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Domain.Tests.Calendar;

public sealed class DanishFormatTests
{
    private static readonly LocalDate Day = new(2025, 2, 4);

    [Fact]
    public void Format_DatesAndTimes_ReadAsDanesWriteThem()
    {
        var start = Day + new LocalTime(14, 0);

        Assert.Equal("tirsdag d. 4. februar 2025", DanishFormat.Date(Day));
        Assert.Equal("tirsdag d. 4. februar 2025 kl. 14.00", DanishFormat.DateAndTime(start));
        Assert.Equal("tirsdag d. 4. februar 2025 kl. 14.00", DanishFormat.DateAndTime(DanishTime.ToInstant(start)));
        Assert.Equal("4. feb. kl. 14", DanishFormat.ShortDateAndTime(start));
        Assert.Equal("4. feb. kl. 09.05", DanishFormat.ShortDateAndTime(Day + new LocalTime(9, 5)));
        Assert.Equal("4. februar", DanishFormat.DayAndMonth(Day));
        Assert.Equal("tirs. 4. feb.", DanishFormat.ShortDateWithWeekday(Day));
        Assert.Equal("4. feb.", DanishFormat.ShortDate(Day, new LocalDate(2025, 12, 31)));
        Assert.Equal("4. feb. 2025", DanishFormat.ShortDate(Day, new LocalDate(2026, 1, 1)));
        Assert.Equal("tirsdag d. 4. februar 2025 kl. 14.00–16.00", DanishFormat.Meeting(Day, new LocalTime(14, 0), new LocalTime(16, 0)));
        Assert.Equal("kl. 09.55", DanishFormat.TimeRange(new LocalTime(9, 55)));
        Assert.Equal("3. maj", DanishFormat.ShortDate(new LocalDate(2025, 5, 3)));
        Assert.Equal("Lørdag d. 8. februar 2025", DanishFormat.Capitalised(DanishFormat.Date(Day.PlusDays(4))));
        Assert.Equal("Årshjul", DanishFormat.Capitalised("årshjul"));
    }

    [Fact]
    public void Deadline_AtMidnight_NamesTheDayThatEnds() =>
        Assert.Equal("tirsdag d. 31. december 2024 kl. 24.00", DanishFormat.Deadline(DanishTime.StartOf(new LocalDate(2025, 1, 1))));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1_518_999, "1.518.999")]
    [InlineData(-1_000, "−1.000")]
    [InlineData(long.MinValue, "−9.223.372.036.854.775.808")]
    public void Number_Whole_IsGroupedByFullStops(long number, string text) => Assert.Equal(text, DanishFormat.Number(number));

    [Theory]
    [InlineData("1518999.5", 2, "1.518.999,50")]
    [InlineData("2.5", 0, "3")]
    [InlineData("-0.125", 2, "−0,13")]
    public void Number_WithDecimals_HasAComma(string number, int decimals, string text) =>
        Assert.Equal(text, DanishFormat.Number(decimal.Parse(number, CultureInfo.InvariantCulture), decimals));

    [Fact]
    public void List_AnyLength_EndsWithOg()
    {
        Assert.Equal("", DanishFormat.List([]));
        Assert.Equal("a", DanishFormat.List(["a"]));
        Assert.Equal("a og b", DanishFormat.List(["a", "b"]));
        Assert.Equal("a, b eller c", DanishFormat.List(["a", "b", "c"], "eller"));
        Assert.Equal("»Om ›Sammen‹«", DanishFormat.Quote("Om »Sammen«"));
        Assert.Equal("1 dag", DanishFormat.Count(1, "dag", "dage"));
        Assert.Equal("0 dage", DanishFormat.Count(0, "dag", "dage"));
    }

    [Theory]
    [InlineData("2026-04-15T10:00:00Z", "i dag kl. 12.00")]
    [InlineData("2026-04-15T22:00:00Z", "i dag kl. 24.00")]
    [InlineData("2026-04-15T22:01:00Z", "i morgen kl. 00.01")]
    [InlineData("2026-04-16T22:00:00Z", "i morgen kl. 24.00")]
    [InlineData("2026-04-17T10:00:00Z", "i overmorgen")]
    [InlineData("2026-04-18T10:00:00Z", "om 3 dage")]
    [InlineData("2026-04-14T10:00:00Z", "i går kl. 12.00")]
    [InlineData("2026-04-12T10:00:00Z", "for 3 dage siden")]
    public void Remaining_UntilADeadline_IsSaidAsPeopleSayIt(string deadline, string words) =>
        Assert.Equal(words, DanishCountdown.Remaining(Instant(deadline), Instant("2026-04-15T06:00:00Z")));

    [Theory]
    [InlineData("2026-03-28T11:00:00Z", "2026-03-29T10:00:00Z", "i morgen kl. 12.00")]
    [InlineData("2026-10-24T10:00:00Z", "2026-10-25T11:00:00Z", "i morgen kl. 12.00")]
    [InlineData("2026-12-31T11:00:00Z", "2027-01-03T11:00:00Z", "om 3 dage")]
    public void Remaining_AcrossSummerTimeAndYear_CountsDanishDays(string now, string deadline, string words) =>
        Assert.Equal(words, DanishCountdown.Remaining(Instant(deadline), Instant(now)));

    [Theory]
    [InlineData("")]
    [InlineData("da-DK")]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void Format_AnyCulture_IsTheSame(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("tirsdag d. 4. februar 2025 kl. 14.00", DanishFormat.DateAndTime(Day + new LocalTime(14, 0)));
            Assert.Equal("−1.518.999", DanishFormat.Number(-1_518_999));
            Assert.Equal("tidlig", DanishText.Fold("TIDLIG"));
            Assert.Equal("24:00", ClockTime.Midnight.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Instant Instant(string text) => InstantPattern.General.Parse(text).Value;
}
