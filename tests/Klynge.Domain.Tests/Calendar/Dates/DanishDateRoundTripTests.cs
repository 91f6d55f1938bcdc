using FsCheck;
using FsCheck.Fluent;
using Klynge.Domain.Calendar;
using Klynge.Domain.Calendar.Dates;
using NodaTime;

namespace Klynge.Domain.Tests.Calendar.Dates;

public sealed class DanishDateRoundTripTests
{
    private static readonly LocalDate FirstDay = new(2024, 1, 1);

    private static readonly Arbitrary<LocalDate> Todays = Gen.Choose(0, 4_000).Select(FirstDay.PlusDays).ToArbitrary();

    private static readonly Arbitrary<int> DaysAhead = Gen.Choose(0, 364).ToArbitrary();

    private static readonly Arbitrary<LocalTime> Times =
        Gen.Choose(0, (24 * 60) - 1).Select(LocalTime.FromMinutesSinceMidnight).ToArbitrary();

    [Fact]
    public void ParseWhole_WhatWeFormatWithAYear_GivesTheDateBack() => Prop
        .ForAll(Todays, DaysAhead, (today, ahead) =>
        {
            var date = today.PlusDays(ahead);
            Assert.All(
                [DanishFormat.Date(date), DanishFormat.PlainDate(date), $"{date.Day}/{date.Month}-{date.Year % 100:00}",
                    date.ToString("uuuu-MM-dd", null)],
                text => Assert.Equal(date, Found(text, today).Date));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void ParseWhole_WhatWeFormatWithoutAYear_IsTheNextSuchDate() => Prop
        .ForAll(Todays, DaysAhead, (today, ahead) =>
        {
            var date = today.PlusDays(ahead);
            Assert.All(
                [DanishFormat.DayAndMonth(date), DanishFormat.ShortDate(date), DanishFormat.ShortDateWithWeekday(date),
                    $"d. {date.Day}/{date.Month}"],
                text => Assert.Equal(date, Found(text, today).Date));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void ParseWhole_WhatWeFormatWithATime_GivesBothBack() => Prop
        .ForAll(Todays, DaysAhead, Times, (today, ahead, time) =>
        {
            var moment = today.PlusDays(ahead) + time;
            Assert.All([DanishFormat.DateAndTime(moment), DanishFormat.ShortDateAndTime(moment)], text =>
            {
                var found = Found(text, today);
                Assert.Equal(moment, found.Date + found.Time?.Start);
            });
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void ParseWhole_CountdownOfDays_GivesTheDateBack() => Prop
        .ForAll(Todays, DaysAhead, (today, ahead) =>
        {
            // "Om 8 dage" alone is asked about.
            if (ahead != 8)
                Assert.Equal(today.PlusDays(ahead), Found(DanishCountdown.Days(today.PlusDays(ahead), today), today).Date);
        })
        .QuickCheckThrowOnFailure();

    private static DateReading.Found Found(string text, LocalDate today) =>
        Assert.IsType<DateReading.Found>(DanishDateParser.ParseWhole(text, today));
}
