using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Domain.Tests.Calendar;

/// <summary>A time of day that may be 24.00, which is later than every other time of its day.</summary>
public sealed class ClockTimeTests
{
    [Theory]
    [InlineData("00:00", 0)]
    [InlineData("09:05", 545)]
    [InlineData("09.05", 545)]
    [InlineData("24:00", 1440)]
    public void TryParse_OfATime_IsItsMinutes(string text, int minutes)
    {
        Assert.True(ClockTime.TryParse(text, out var time));
        Assert.Equal(minutes, time.Minutes);
        Assert.Equal(text.Replace('.', ':'), time.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("9:05")]
    [InlineData("09-05")]
    [InlineData("x9:05")]
    [InlineData("0x:05")]
    [InlineData("09:x5")]
    [InlineData("09:0x")]
    [InlineData("09:60")]
    [InlineData("24:01")]
    public void TryParse_OfAnythingElse_IsNone(string? text) => Assert.False(ClockTime.TryParse(text, out _));

    [Fact]
    public void Order_PutsTheEndOfTheDayLast()
    {
        var (nine, ten, end) = (ClockTime.Of(new LocalTime(9, 0)), ClockTime.FromMinutes(600), ClockTime.Midnight);

        Assert.Equal([nine, ten, end], new[] { end, nine, ten }.Order());
        Assert.True(nine < ten && ten <= end && end > ten && end >= ClockTime.Midnight);
        Assert.False(ten < nine || end <= ten || ten > end || nine >= ten);
        Assert.Equal(new LocalDateTime(2026, 3, 2, 0, 0), end.On(new LocalDate(2026, 3, 1)));
    }
}
