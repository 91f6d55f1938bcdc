using Klynge.Domain.Calendar.Dates;
using NodaTime;

namespace Klynge.Domain.Tests.Calendar.Dates;

/// <summary>Forms that few people write, each of which means one day, seen from Wednesday 15 April 2026.</summary>
public sealed class RareDateTests
{
    private static readonly LocalDate Today = new(2026, 4, 15);

    [Theory]
    [InlineData("udgangen af næste måned", "2026-05-31")]
    [InlineData("udgangen af denne måned", "2026-04-30")]
    [InlineData("end of this month", "2026-04-30")]
    [InlineData("ved månedens udgang", "2026-04-30")]
    [InlineData("udgangen af ugen", "2026-04-17")]
    [InlineData("slutningen af denne uge", "2026-04-17")]
    [InlineData("inden ugens udgang", "2026-04-17")]
    [InlineData("end of the year", "2026-12-31")]
    [InlineData("slutningen af indeværende år", "2026-12-31")]
    [InlineData("udgangen af i år", "2026-12-31")]
    [InlineData("årets slutning", "2026-12-31")]
    [InlineData("1. kvartals udgang", "2027-03-31")]
    [InlineData("udgangen af andet kvartal", "2026-06-30")]
    [InlineData("begyndelsen af maj", "2026-05-01")]
    [InlineData("starten af maj måned", "2026-05-01")]
    [InlineData("midten af maj", "2026-05-15")]
    [InlineData("lillejuleaften", "2026-12-23")]
    [InlineData("lille juleaften", "2026-12-23")]
    [InlineData("1. juledag", "2026-12-25")]
    [InlineData("juledag", "2026-12-25")]
    [InlineData("anden juledag", "2026-12-26")]
    [InlineData("grundlvosdag", "2026-06-05")]
    [InlineData("dagen før pinse", "2026-05-23")]
    [InlineData("hverdagen efter pinse", "2026-05-26")]
    [InlineData("dagen før jul", "2026-12-23")]
    [InlineData("dagen før nytår", "2026-12-30")]
    [InlineData("dagen efter nytår", "2027-01-02")]
    [InlineData("den 20. ds.", "2026-04-20")]
    [InlineData("den 20. dennes", "2026-04-20")]
    [InlineData("den 20. i denne måned", "2026-04-20")]
    [InlineData("den 20de", "2026-04-20")]
    [InlineData("den 20de april", "2026-04-20")]
    [InlineData("1st of May", "2026-05-01")]
    [InlineData("2nd of May", "2026-05-02")]
    [InlineData("3rd May", "2026-05-03")]
    [InlineData("5te maj", "2026-05-05")]
    [InlineData("fredag i denne uge", "2026-04-17")]
    [InlineData("fredag i indeværende uge", "2026-04-17")]
    [InlineData("på fredga", "2026-04-17")]
    [InlineData("overmorgen", "2026-04-17")]
    [InlineData("day after tomorrow", "2026-04-17")]
    [InlineData("30–04–2026", "2026-04-30")]
    [InlineData("30—04—2026", "2026-04-30")]
    [InlineData("30\u201004\u20102026", "2026-04-30")]
    [InlineData("30\u201104\u20112026", "2026-04-30")]
    [InlineData("30\u221204\u22122026", "2026-04-30")]
    public void Parse_ARareForm_IsItsDay(string text, string expected) =>
        Assert.Equal(expected, Assert.IsType<DateReading.Found>(DanishDateParser.ParseWhole(text, Today)).Date.ToString("uuuu-MM-dd", null));

    [Theory]
    [InlineData("i forgårs", "2026-04-13")]
    [InlineData("forgårs", null)]
    public void Parse_TheDayBeforeYesterday_HasPassed(string text, string? expected) =>
        Assert.Equal(expected, (DanishDateParser.ParseWhole(text, Today) as DateReading.Past)?.Date.ToString("uuuu-MM-dd", null));

    [Theory]
    [InlineData("tirsdag om 5000 dage", "5.000 er for langt ude i fremtiden. Skriv datoen i stedet.")]
    [InlineData("5. kvartals udgang", null)]
    [InlineData("tirsdga", null)]
    [InlineData("sidste mart", null)]
    public void Parse_WhatIsNoDay_SaysWhy_OrIsNoDate(string text, string? question) =>
        Assert.Equal(question, (DanishDateParser.ParseWhole(text, Today) as DateReading.Impossible)?.Sentence);
}
