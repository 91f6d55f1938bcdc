using Klynge.Domain.Calendar;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Domain.Tests.Calendar;

public sealed class DanishTimeTests
{
    [Theory]
    [InlineData("2026-01-15T22:59:59Z", "2026-01-15")]
    [InlineData("2026-01-15T23:00:00Z", "2026-01-16")]
    [InlineData("2026-07-15T21:59:59Z", "2026-07-15")]
    [InlineData("2026-07-15T22:00:00Z", "2026-07-16")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    [InlineData("2028-02-28T23:00:00Z", "2028-02-29")]
    public void Today_AroundMidnight_IsTheDanishDay(string now, string today) =>
        Assert.Equal(LocalDatePattern.Iso.Parse(today).Value, DanishTime.Today(new StoppedClock(Instant(now))));

    [Theory]
    [InlineData("2026-03-29T01:59", "2026-03-29T00:59:00Z")]
    [InlineData("2026-03-29T02:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:30:00Z")]
    [InlineData("2026-03-29T03:30", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-25T01:59", "2026-10-24T23:59:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T03:00", "2026-10-25T02:00:00Z")]
    public void ToInstant_AroundSummerTime_AlwaysHasAnAnswer(string local, string expected)
    {
        var moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value;

        Assert.Equal(Instant(expected), DanishTime.ToInstant(moment));
        Assert.Equal(Instant(expected), DanishTime.ToInstant(moment.Date, moment.TimeOfDay));
    }

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-04-15", 24)]
    public void StartOf_DaysOfSummerTimeChanges_AreShorterAndLonger(string date, int hours)
    {
        var day = LocalDatePattern.Iso.Parse(date).Value;

        Assert.Equal(Duration.FromHours(hours), DanishTime.StartOf(day.PlusDays(1)) - DanishTime.StartOf(day));
    }

    private static Instant Instant(string text) => InstantPattern.General.Parse(text).Value;

    private sealed class StoppedClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
