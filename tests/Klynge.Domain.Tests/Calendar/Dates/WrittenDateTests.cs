using System.Globalization;
using Klynge.Domain.Calendar.Dates;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Domain.Tests.Calendar.Dates;

/// <summary>The ways to write a day that people used and the reader did not know, seen from Saturday 28 November 2026.</summary>
public sealed class WrittenDateTests
{
    private static readonly LocalDate Saturday = new(2026, 11, 28);

    [Theory]
    [InlineData("14.01", "2027-01-14")]
    [InlineData("14.01.", "2027-01-14")]
    [InlineData("14.1.", "2027-01-14")]
    [InlineData("14/1.", "2027-01-14")]
    [InlineData("14-1-2027", "2027-01-14")]
    [InlineData("14-1-27", "2027-01-14")]
    [InlineData("d. 14.1", "2027-01-14")]
    [InlineData("d. 14. 1.", "2027-01-14")]
    [InlineData("den 14.", "2026-12-14")]
    [InlineData("den 14", "2026-12-14")]
    [InlineData("d. 28.", "2026-11-28")]
    [InlineData("den 31.", "2026-12-31")]
    [InlineData("den fjortende", "2026-12-14")]
    [InlineData("den fjortende januar", "2027-01-14")]
    [InlineData("fjortende januar 2027", "2027-01-14")]
    [InlineData("den enogtyvende december", "2026-12-21")]
    [InlineData("030227", "2027-02-03")]
    [InlineData("03022027", "2027-02-03")]
    [InlineData("20270203", "2027-02-03")]
    [InlineData("primo maj", "2027-05-01")]
    [InlineData("medio maj", "2027-05-15")]
    [InlineData("ultimo maj", "2027-05-31")]
    [InlineData("medio december", "2026-12-15")]
    [InlineData("medio november", "2027-11-15")]
    [InlineData("udgangen af februar måned", "2027-02-28")]
    [InlineData("årets udgang", "2026-12-31")]
    [InlineData("månedens udgang", "2026-11-30")]
    [InlineData("udgangen af 1. kvartal", "2027-03-31")]
    [InlineData("1. kvartals udgang", "2027-03-31")]
    [InlineData("udgangen af 2027", "2027-12-31")]
    [InlineData("udgangen af uge 4", "2027-01-29")]
    [InlineData("første tirsdag i marts", "2027-03-02")]
    [InlineData("1. tirsdag i marts", "2027-03-02")]
    [InlineData("den anden onsdag i januar", "2027-01-13")]
    [InlineData("3. mandag i april 2027", "2027-04-19")]
    [InlineData("sidste fredag i november", "2027-11-26")]
    [InlineData("sidste fredag i måneden", "2026-11-27", true)]
    [InlineData("1. hverdag i februar", "2027-02-01")]
    [InlineData("første hverdag i januar", "2027-01-04")]
    [InlineData("første hverdag i næste måned", "2026-12-01")]
    [InlineData("sidste hverdag i december", "2026-12-30")]
    [InlineData("2. påskedag", "2027-03-29")]
    [InlineData("anden påskedag 2028", "2028-04-17")]
    [InlineData("skærtorsdag", "2027-03-25")]
    [InlineData("langfredag", "2027-03-26")]
    [InlineData("påskedag", "2027-03-28")]
    [InlineData("Kristi himmelfartsdag", "2027-05-06")]
    [InlineData("kr. himmelfartsdag", "2027-05-06")]
    [InlineData("2. pinsedag", "2027-05-17")]
    [InlineData("grundlovsdag", "2027-06-05")]
    [InlineData("juleaften", "2026-12-24")]
    [InlineData("juleaftensdag", "2026-12-24")]
    [InlineData("2. juledag", "2026-12-26")]
    [InlineData("nytårsdag", "2027-01-01")]
    [InlineData("nytårsaftensdag", "2026-12-31")]
    [InlineData("dagen før nytårsdag", "2026-12-31")]
    [InlineData("hverdagen efter påske", "2027-03-30")]
    [InlineData("sidste hverdag før jul", "2026-12-23")]
    [InlineData("torsdag i uge 8", "2027-02-25")]
    [InlineData("uge 8, torsdag", "2027-02-25")]
    [InlineData("uge 8 på torsdag", "2027-02-25")]
    [InlineData("mandag i uge 53", "2026-12-28")]
    [InlineData("søndag i uge 53", "2027-01-03")]
    [InlineData("lørdag om 14 dage", "2026-12-12")]
    [InlineData("otte dage før mødet den 20. januar", "2027-01-12")]
    [InlineData("5 hverdage før mødet 14/1", "2027-01-07")]
    public void Parse_AsPeopleWriteIt_IsThatDay(string text, string expected, bool isPast = false)
    {
        var reading = DanishDateParser.ParseWhole(text, Saturday);

        var date = isPast ? Assert.IsType<DateReading.Past>(reading).Date : Assert.IsType<DateReading.Found>(reading).Date;
        Assert.Equal(expected, LocalDatePattern.Iso.Format(date));
    }

    // To some "mandag om 14 dage" on a Saturday is the Monday of the week that the day in 14 days lies in, to others the coming Monday and 14 days.
    [Theory]
    [InlineData("fredag om 14 dage", "2026-12-11 2026-12-18")]
    [InlineData("mandag om 14 dage", "2026-12-07 2026-12-14")]
    [InlineData("torsdag om to uger", "2026-12-10 2026-12-17")]
    public void Parse_WeekdayAndDistanceThatDiffer_AsksWhich(string text, string candidates) =>
        Assert.Equal(
            candidates.Split(' '),
            Assert.IsType<DateReading.Ambiguous>(DanishDateParser.ParseWhole(text, Saturday)).Candidates.Select(LocalDatePattern.Iso.Format));

    [Theory]
    [InlineData("2026-11-23", "mandag om 14 dage", "2026-12-07")]
    [InlineData("2026-11-25", "fredag om 14 dage", "2026-12-11")]
    [InlineData("2026-11-25", "fredag om 8 dage", "2026-12-04")]
    [InlineData("2026-11-25", "fredag om 9 dage", "2026-12-04")]
    public void Parse_WeekdayAndDistanceThatAgree_IsThatDay(string today, string text, string expected) =>
        Assert.Equal(expected, Date(text, LocalDatePattern.Iso.Parse(today).Value));

    [Theory]
    [InlineData("03-02-27 14:00-16:00", "2027-02-03", "14:00", "16:00")]
    [InlineData("030227 1400-1600", "2027-02-03", "14:00", "16:00")]
    [InlineData("03022027 kl. 14-16", "2027-02-03", "14:00", "16:00")]
    [InlineData("14.01 10.00-12.00", "2027-01-14", "10:00", "12:00")]
    [InlineData("14.01. kl. 10", "2027-01-14", "10:00", null)]
    [InlineData("30. april kl. 12.00", "2027-04-30", "12:00", null)]
    [InlineData("30. april kl. tolv", "2027-04-30", "12:00", null)]
    [InlineData("30. april kl. 1230", "2027-04-30", "12:30", null)]
    [InlineData("den 14. kl. 9", "2026-12-14", "09:00", null)]
    [InlineData("2. påskedag kl. 12", "2027-03-29", "12:00", null)]
    public void Parse_DateAndTime_BringsBoth(string text, string expected, string start, string? end)
    {
        var found = Assert.IsType<DateReading.Found>(DanishDateParser.ParseWhole(text, Saturday));

        Assert.Equal(expected, LocalDatePattern.Iso.Format(found.Date));
        Assert.Equal(start, found.Time?.Start.ToString("HH:mm", CultureInfo.InvariantCulture));
        Assert.Equal(end, found.Time?.End?.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("14.30")]
    [InlineData("10.00")]
    [InlineData("14.10-15.00")]
    [InlineData("2.10")]
    [InlineData("112233")]
    [InlineData("998877")]
    [InlineData("12345678")]
    [InlineData("fjortende")]
    [InlineData("14.")]
    [InlineData("første tirsdag")]
    [InlineData("i januar")]
    [InlineData("14 dage efter mødet")]
    [InlineData("påske")]
    public void ParseWhole_WhatMayBeSomethingElse_IsNotADate(string text) =>
        Assert.IsType<DateReading.NotADate>(DanishDateParser.ParseWhole(text, Saturday));

    [Theory]
    [InlineData("femte mandag i februar", "Der er ingen 5. mandag i februar 2027. Skriv datoen igen.")]
    [InlineData("den 32.", "Der er ingen måned med en 32. dag. Skriv datoen igen.")]
    public void Parse_NoSuchDay_IsRefusedWithAReason(string text, string sentence) =>
        Assert.Equal(sentence, Assert.IsType<DateReading.Impossible>(DanishDateParser.ParseWhole(text, Saturday)).Sentence);

    // Year ends, leap day, and the days on which the clock is changed, which are days as all others.
    [Theory]
    [InlineData("2026-12-31", "den 1.", "2027-01-01")]
    [InlineData("2026-12-31", "ultimo december", "2026-12-31")]
    [InlineData("2027-01-01", "ultimo december", "2027-12-31")]
    [InlineData("2026-12-31", "dagen før nytårsdag", "2026-12-31")]
    [InlineData("2027-01-01", "dagen før nytårsdag", "2027-12-31")]
    [InlineData("2028-01-30", "den 30.", "2028-01-30")]
    [InlineData("2028-01-31", "den 30.", "2028-03-30")]
    [InlineData("2028-02-28", "den 29.", "2028-02-29")]
    [InlineData("2028-02-01", "udgangen af måneden", "2028-02-29")]
    [InlineData("2028-02-01", "sidste hverdag i februar", "2028-02-29")]
    [InlineData("2027-02-28", "den 29.", "2027-03-29")]
    [InlineData("2027-03-27", "i morgen", "2027-03-28")]
    [InlineData("2027-10-30", "om 2 dage", "2027-11-01")]
    [InlineData("2027-10-31", "den 31.", "2027-10-31")]
    [InlineData("2028-02-29", "femte tirsdag i februar", "2028-02-29")]
    [InlineData("2028-03-01", "2. påskedag", "2028-04-17")]
    public void Parse_AtTheEdgesOfTheCalendar_IsThatDay(string today, string text, string expected) =>
        Assert.Equal(expected, Date(text, LocalDatePattern.Iso.Parse(today).Value));

    [Fact]
    public void Parse_InMinutes_CountsFromTheMeeting()
    {
        var meeting = new LocalDate(2025, 2, 4);

        var reading = DanishDateParser.Parse("14 dage efter mødet.", meeting, meeting: meeting);

        Assert.Equal(new LocalDate(2025, 2, 18), Assert.IsType<DateReading.Found>(reading).Date);
    }

    [Fact]
    public void Parse_AnyBeginningOfAnyText_NeitherThrowsNorReadsBeyondIt()
    {
        string[] pieces = ["14", ".", "01", "-", "/", "den ", "første ", "tirsdag ", "i ", "marts ", "uge ", "53 ", "om ", "dage ", "2. ", "påskedag ", "kl. ", "dagen ", "før ", "udgangen af ", "1400", "030227", " "];
        var random = new Random(13);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));

            var span = DanishDateParser.SpanOf(DanishDateParser.Parse(text, Saturday.PlusDays(random.Next(800))));

            Assert.InRange(span.End, 0, text.Length);
        }
    }

    private static string Date(string text, LocalDate today) =>
        LocalDatePattern.Iso.Format(Assert.IsType<DateReading.Found>(DanishDateParser.ParseWhole(text, today)).Date);
}
