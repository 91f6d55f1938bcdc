using Klynge.Domain.Calendar;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Domain.Tests.Calendar;

public sealed class TimeLimitTests
{
    [Theory]
    [InlineData(5, TimeLimitUnit.Workdays, null, "2025-02-04", "2025-01-28", "2025-01-28T23:00:00Z", "5 hverdage")]
    [InlineData(4, TimeLimitUnit.WorkdaysWithSaturday, null, "2025-02-04", "2025-01-30", "2025-01-30T23:00:00Z", "4 hverdage (lørdag talt med)")]
    [InlineData(11, TimeLimitUnit.Days, "24:00", "2025-02-04", "2025-01-24", "2025-01-24T23:00:00Z", "11 dage kl. 24.00")]
    [InlineData(7, TimeLimitUnit.Days, "12:00", "2026-04-02", "2026-03-26", "2026-03-26T11:00:00Z", "7 dage kl. 12.00")]
    [InlineData(1, TimeLimitUnit.Days, "12:00", "2026-03-30", "2026-03-29", "2026-03-29T10:00:00Z", "1 dag kl. 12.00")]
    [InlineData(1, TimeLimitUnit.Workdays, "24:00", "2026-10-26", "2026-10-23", "2026-10-23T22:00:00Z", "1 hverdag kl. 24.00")]
    public void Before_Meeting_EndsInDanishTime(int count, TimeLimitUnit unit, string? at, string meeting, string day, string tooLate, string words)
    {
        var limit = Limit(count, unit, at);

        Assert.Equal(Date(day), limit.DayBefore(Date(meeting)));
        Assert.Equal(InstantPattern.General.Parse(tooLate).Value, limit.Before(Date(meeting)));
        Assert.Equal(words, limit.ToString());
    }

    [Fact]
    public void After_Meeting_CountsOnwards()
    {
        var limit = Limit(5, TimeLimitUnit.Workdays, null);

        Assert.Equal(new LocalDate(2026, 4, 13), limit.DayAfter(new LocalDate(2026, 4, 1)));
        Assert.Equal(DanishTime.StartOf(new LocalDate(2026, 4, 14)), limit.After(new LocalDate(2026, 4, 1)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(367)]
    public void Create_OutsideAYear_IsRefused(int count) =>
        Assert.Equal(new TimeLimitOutOfRange(count), TimeLimit.Create(count, TimeLimitUnit.Days).Error);

    [Theory]
    [InlineData("00:00", 0)]
    [InlineData("12:30", 750)]
    [InlineData("12.30", 750)]
    [InlineData("24:00", 1440)]
    public void ClockTime_Parsed_ComesBackAsWritten(string text, int minutes)
    {
        Assert.True(ClockTime.TryParse(text, out var time));
        Assert.Equal(minutes, time.Minutes);
        Assert.Equal(text.Replace('.', ':'), time.ToString());
        Assert.Equal(time, ClockTime.FromMinutes(minutes));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24:01")]
    [InlineData("25:00")]
    [InlineData("12:60")]
    [InlineData("1:00")]
    [InlineData("ab:cd")]
    [InlineData("-1:00")]
    public void ClockTime_NoTime_IsNotParsed(string? text) => Assert.False(ClockTime.TryParse(text, out _));

    private static TimeLimit Limit(int count, TimeLimitUnit unit, string? at) =>
        TimeLimit.Create(count, unit, ClockTime.TryParse(at, out var time) ? time : null).Value;

    private static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
